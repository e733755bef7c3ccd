package dev.parley.access.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The settings of the desk that Parley knows, each with what it may hold and what it is until an administrator says
/// otherwise. A new one needs a line here and a line in `docs/operations.md`; a test compares them.
public enum DeskSetting {
    CHAT("chat.enabled", SettingKind.SWITCH, "on"),
    AGENT_AGENT("direction.agent_agent", SettingKind.SWITCH, "on"),
    AGENT_CUSTOMER("direction.agent_customer", SettingKind.SWITCH, "on"),
    CUSTOMER("direction.customer", SettingKind.SWITCH, "on"),
    PUBLIC("direction.public", SettingKind.SWITCH, "on"),
    NAME("desk.name", new SettingKind.Line(64), "Parley"),
    LOCALE("desk.locale", SettingKind.LANGUAGE, "en"),
    TIME_ZONE("desk.time-zone", new SettingKind.TimeZone(), "UTC"),
    PRIVACY_URL("desk.privacy-url", new SettingKind.WebAddress(), ""),
    KEEPS_DAYS("desk.keeps-days", new SettingKind.Number(1, 36_500), ""),
    REGISTRATION("registration", SettingKind.SWITCH, "on"),
    MASK_AGENTS("mask.agents", new SettingKind.Choice(List.of("off", "same", "numbered")), "off"),
    MASK_NAME("mask.name", new SettingKind.Line(64), "Support"),
    NO_ANSWER("text.no-answer", new SettingKind.Line(500), "");

    private final String wireName;
    private final SettingKind kind;
    private final String standard;

    DeskSetting(String wireName, SettingKind kind, String standard) {
        this.wireName = wireName;
        this.kind = kind;
        this.standard = standard;
    }

    public static Optional<DeskSetting> of(String wireName) {
        return Arrays.stream(values())
                .filter(setting -> setting.wireName.equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return wireName;
    }

    SettingKind kind() {
        return kind;
    }

    /// What it is as long as nobody set it; empty if it is nothing then.
    String standard() {
        return standard;
    }
}
