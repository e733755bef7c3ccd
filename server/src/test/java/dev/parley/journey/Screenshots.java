package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Makes the picture in the README again; not among the tests, only when asked: `./mvnw surefire:test -pl server
/// -Dtest=Screenshots -Dtests.excluded=none`.
@Tag("journey")
final class Screenshots {
    private static final Path PICTURE = Path.of("../docs/screenshot.png");
    private static final int LARGEST = 400_000;

    @RegisterExtension
    final Stage stage = Stage.on(Product::demo);

    @Test
    void dashboardWithRequestsAndAnOpenChat() throws IOException {
        Agent maya = stage.agent("maya.okafor");
        for (String colleague : List.of("jonas.lindqvist", "tomas.herrera", "priya.raman", "hannah.weiss")) {
            stage.agent(colleague);
        }
        Visitor owen = stage.customerUser("owen.pritchard");
        owen.asks("The regulator hisses after I attach a new canister. Is it safe to use?");
        maya.accepts("Owen Pritchard");
        Conversation withOwen = maya.with("Owen Pritchard");
        withOwen.says("Please close the valve and keep the stove outdoors. I am checking the seal kit for you now.");
        owen.chat().sees("I am checking the seal kit");
        owen.chat().says("Done. It stopped hissing as soon as I closed it.");
        withOwen.sees("It stopped hissing");
        withOwen.writesNote("Batch 0417 had this before.");
        withOwen.says("Then it is the O-ring. A new one is on its way to you.");
        owen.chat().says("Thanks Maya, that was quick.");
        withOwen.sees("that was quick");

        stage.customerUser("ingrid.solheim").asks("Our delivery lacks two pairs of boots.");
        stage.customerUser("aiko.tanaka").asks("Which sizes of the Alpine 3 do you have?");
        stage.publicUser().asksAs("Rosa", "Do you ship the Ridgeline 3 tent to Portugal?");
        stage.publicUser().asksAs("Ben", "Is the shop in Bergen open on Saturday?");
        for (String name : List.of("Ingrid Solheim", "Aiko Tanaka", "Rosa", "Ben")) {
            maya.seesRequestOf(name);
        }
        maya.screen().picture(PICTURE);
        assertThat(Files.size(PICTURE)).isLessThan(LARGEST);
    }
}
