package dev.parley.journey;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// That pages keep to the policy is looked at after every journey; this shows that a breach would be seen.
@Tag("journey")
final class PolicyJourneyTest {
    private static final String BREACH = """
            () => {
              const image = new Image();
              image.src = "http://elsewhere.example/pixel.png";
              document.body.append(image);
            }
            """;

    @RegisterExtension
    final Stage stage = Stage.shared();

    @Test
    void breachOfThePolicyIsNoticed() {
        Visitor visitor = stage.publicUser();
        visitor.arrives();
        visitor.screen().page().evaluate(BREACH);
        visitor.screen()
                .page()
                .waitForCondition(() ->
                        visitor.screen().complaints().stream().anyMatch(complaint -> complaint.contains("img-src")));
        visitor.screen().complaints().clear();
    }
}
