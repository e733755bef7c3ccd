package dev.parley.access.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DeskSettingTest {
    private static final Path OPERATIONS = Path.of("../docs/operations.md");

    @Test
    void everySettingHoldsWhatItIsByItself() {
        for (DeskSetting setting : DeskSetting.values()) {
            assertThat(setting.standard().isEmpty()
                            || setting.kind().fault(setting.standard()).isEmpty())
                    .as(setting.wireName())
                    .isTrue();
            assertThat(DeskSetting.of(setting.wireName())).contains(setting);
        }
        assertThat(Arrays.stream(DeskSetting.values()).map(DeskSetting::wireName))
                .doesNotHaveDuplicates();
    }

    @Test
    void everySettingHasItsLineInTheOperatorsBook() throws IOException {
        String operations = Files.readString(OPERATIONS);
        for (DeskSetting setting : DeskSetting.values()) {
            assertThat(operations).contains("| `" + setting.wireName() + "` |");
        }
    }

    @Test
    void valuesThatASettingMayNotHoldAreNamedByTheirFault() {
        assertThat(SettingKind.SWITCH.fault("on")).isEmpty();
        assertThat(SettingKind.SWITCH.fault("maybe")).contains("unknown");
        assertThat(new SettingKind.Line(3).fault("äöü")).isEmpty();
        assertThat(new SettingKind.Line(3).fault("four")).contains("too_long");
        assertThat(new SettingKind.Line(3).fault("a\nb")).contains("format");
        assertThat(new SettingKind.Number(1, 10).fault("10")).isEmpty();
        for (String wrong : new String[] {"0", "11", "-1", "ten", "9999999999"}) {
            assertThat(new SettingKind.Number(1, 10).fault(wrong)).contains("format");
        }
        assertThat(new SettingKind.WebAddress().fault("https://desk.example/privacy?a=b"))
                .isEmpty();
        for (String wrong : new String[] {"javascript:alert(1)", "//desk.example", "https:", "not an address"}) {
            assertThat(new SettingKind.WebAddress().fault(wrong)).contains("format");
        }
        assertThat(new SettingKind.TimeZone().fault("Europe/Berlin")).isEmpty();
        assertThat(new SettingKind.TimeZone().fault("Mars/Olympus")).contains("unknown");
    }
}
