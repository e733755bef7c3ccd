package dev.parley.journey;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;

/// Somebody who uses a screen with the keyboard alone.
record Keys(Screen screen) {
    private static final int MOST_STEPS = 40;

    void press(String key) {
        keyboard().press(key);
    }

    void type(String text) {
        keyboard().type(text);
    }

    /// Writes a line and sends it.
    void says(String text) {
        type(text);
        press("Enter");
    }

    void walksTo(Locator target) {
        walksTo(target, "Tab");
    }

    void walksBackTo(Locator target) {
        walksTo(target, "Shift+Tab");
    }

    /// Presses a key until `target` has the focus; everything on the way must be reached without being stuck.
    private void walksTo(Locator target, String key) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (focused(target)) {
                return;
            }
            press(key);
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    private static boolean focused(Locator target) {
        return (boolean) target.evaluate("element => element === document.activeElement");
    }

    private Keyboard keyboard() {
        return screen.page().keyboard();
    }
}
