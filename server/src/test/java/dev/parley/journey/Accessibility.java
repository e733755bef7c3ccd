package dev.parley.journey;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at a screen with axe-core: in light and dark, on a desktop and on a phone.
final class Accessibility {
    private static final String AXE = script();
    // Scripts of the test come by the debugger's door and need no permission of the page's policy.
    private static final String FAULTS = """
            async () => (await axe.run()).violations.flatMap(({ id, help, nodes }) =>
              nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 160)}
                ${node.failureSummary.replaceAll("\\n", " ")}`))
            """;
    private static final Map<String, Integer> WIDTHS = Map.of("desktop", 1440, "phone", 390);

    private Accessibility() {}

    /// What is wrong with what the screen shows, each named by `name`, the colours and the width.
    static List<String> faults(Screen screen, String name) {
        var faults = new ArrayList<String>();
        for (String device : List.of("desktop", "phone")) {
            screen.page().setViewportSize(WIDTHS.getOrDefault(device, 0), device.equals("phone") ? 844 : 900);
            for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
                screen.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                look(screen.page())
                        .forEach(fault -> faults.add("%s, %s, %s: %s".formatted(name, device, scheme, fault)));
            }
        }
        screen.page().setViewportSize(WIDTHS.getOrDefault("desktop", 0), 900);
        return faults;
    }

    private static List<String> look(Page page) {
        return look(page.mainFrame());
    }

    /// The same of a frame in it, in both colours.
    static List<String> faults(Screen screen, Frame frame, String name) {
        var faults = new ArrayList<String>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            screen.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(frame).forEach(fault -> faults.add("%s, framed, %s: %s".formatted(name, scheme, fault)));
        }
        return faults;
    }

    private static List<String> look(Frame frame) {
        frame.evaluate(AXE);
        return ((List<?>) frame.evaluate(FAULTS)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream file = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            if (file == null) {
                throw new AssertionError("axe.min.js is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
