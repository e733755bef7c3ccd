package dev.parley.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("journey")
final class FirstStartJourneyTest {
    @RegisterExtension
    final Stage stage = Stage.on(Product::untouched);

    @Test
    void printedCodeCreatesTheFirstAdministratorAndLeadsIntoTheConsole() {
        Screen screen = stage.screen();
        screen.open("/setup");
        screen.field("Setup code").fill("not-the-code");
        screen.field("First name").fill("Ada");
        screen.field("Last name").fill("Lindgren");
        screen.field("Email").fill("ada@desk.example");
        screen.field("Password").fill("a calm and sunny harbour");
        screen.field("Name of this desk").fill("Harbour Desk");
        screen.button("Create administrator").click();
        screen.sees("This is not the setup code.");

        screen.field("Setup code").fill(stage.product().setupCode());
        screen.button("Create administrator").click();
        var ada = new Agent(screen);
        ada.seesTheDesk();
        assertThat(screen.page()).hasURL(Pattern.compile("/agent"));

        screen.open("/setup");
        screen.sees("The desk is set up already");
        screen.open("/");
        screen.sees("Harbour Desk");
    }
}
