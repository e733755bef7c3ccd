package dev.parley.journey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A journey on somebody else's site: a shop whose pages embed a widget of its own, under the strictest policy.
abstract class ForeignPage {
    @RegisterExtension
    final Stage stage = Stage.shared();

    Shop shop;
    WidgetDesk desk;
    String widgets;
    String key;

    @BeforeEach
    void opens() {
        shop = new Shop();
        desk = new WidgetDesk(stage.product());
        widgets = stage.product().address();
        key = desk.widget(shop.origin(), "");
        shop.page("/", widgets, key, "");
        shop.page("/next", widgets, key, "");
    }

    @AfterEach
    void closes() {
        shop.close();
    }

    /// Somebody with a browser of his own, who has not come yet.
    ShopVisitor visitor() {
        return new ShopVisitor(stage.screen(), widgets);
    }
}
