package dev.parley.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine's own Chromium, started once for all journeys; `PARLEY_CHROMIUM` names another one.
final class Chromium implements AutoCloseable {
    private static final double PATIENCE = 25_000;
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program())
                        .setArgs(ARGUMENTS));
    }

    /// A browser as a person has it: nothing is shared with the others.
    BrowserContext fresh() {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-GB")
                .setTimezoneId("Europe/Berlin")
                .setViewportSize(1440, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(PATIENCE);
        return context;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path program() {
        return Stream.of(
                        System.getenv().getOrDefault("PARLEY_CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium; name one with PARLEY_CHROMIUM"));
    }
}
