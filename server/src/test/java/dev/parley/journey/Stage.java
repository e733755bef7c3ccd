package dev.parley.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Where a journey takes place: a running product, and people with a browser each. Afterwards no page may have
/// complained about our own policy or a script; of a journey that failed, a picture of every screen and the log are
/// kept.
final class Stage implements BeforeEachCallback, AfterEachCallback {
    static final String PASSWORD = "northwind-demo";
    private static final Path KEPT = Path.of("target", "journey-failures");
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Stage.class);

    private final Optional<Supplier<Product>> own;
    private final List<BrowserContext> browsers = new ArrayList<>();
    private final List<Screen> screens = new ArrayList<>();
    private Optional<Chromium> chromium = Optional.empty();
    private Optional<Product> product = Optional.empty();

    private Stage(Optional<Supplier<Product>> own) {
        this.own = own;
    }

    /// On the product with the demo company, which all such journeys share: each brings visitors with names of its
    /// own.
    static Stage shared() {
        return new Stage(Optional.empty());
    }

    /// On a product of its own, that may be killed.
    static Stage on(Supplier<Product> own) {
        return new Stage(Optional.of(own));
    }

    Product product() {
        return product.orElseThrow();
    }

    Agent agent(String login) {
        var agent = new Agent(screen());
        agent.signsIn(login);
        return agent;
    }

    Visitor customerUser(String login) {
        var customer = new Visitor(screen());
        customer.signsIn(login);
        return customer;
    }

    Visitor publicUser() {
        return new Visitor(screen());
    }

    /// A browser of its own where nothing is open yet.
    Screen screen() {
        BrowserContext browser = chromium.orElseThrow().fresh();
        browsers.add(browser);
        Screen screen = Screen.of(product().address(), browser);
        screens.add(screen);
        return screen;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext.Store whole = context.getRoot().getStore(NAMESPACE);
        chromium = Optional.of(whole.computeIfAbsent("chromium", key -> new Chromium(), Chromium.class));
        product = Optional.of(own.map(Supplier::get)
                .orElseGet(() -> whole.computeIfAbsent("product", key -> Product.demo(), Product.class)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        List<String> complaints =
                screens.stream().flatMap(screen -> screen.complaints().stream()).toList();
        if (failed) {
            keepPictures(context.getRequiredTestMethod().getName());
        }
        browsers.forEach(BrowserContext::close);
        own.ifPresent(any -> product().close());
        if (!failed) {
            assertThat(complaints).isEmpty();
        }
    }

    private void keepPictures(String name) {
        for (int i = 0; i < screens.size(); i++) {
            screens.get(i).picture(KEPT.resolve(name + "-" + i + ".png"));
        }
        product().keepLog(KEPT.resolve(name + ".log"));
    }
}
