package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.access.Caller;
import dev.parley.access.Visit;
import dev.parley.access.account.AccountDoors;
import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.channel.Direction;
import dev.parley.widget.WidgetDocument.Look;
import dev.parley.widget.WidgetDocument.Offline;
import dev.parley.widget.WidgetDocument.Prechat;
import dev.parley.widget.WidgetDocument.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The desk as pages ask for it: the external interface by its own address, widgets by their keys.
@Path("/api/v1")
@Tag(name = "Desk")
@RunOnVirtualThread
public class DeskRoutes {
    private final Visit visit;
    private final Widgets widgets;
    private final Offers offers;
    private final DeskSettings settings;
    private final AccountDoors accounts;
    private final Clock clock;

    /// A widget and the desk behind it.
    public record WidgetView(
            @JsonUnwrapped DeskView desk,
            String key,
            int version,
            List<String> sites,
            Look look,
            Prechat prechat,
            Offline offline,
            boolean signedOnly,
            List<String> tags) {}

    DeskRoutes(Visit visit, Widgets widgets, Offers offers, DeskSettings settings, AccountDoors accounts, Clock clock) {
        this.visit = visit;
        this.widgets = widgets;
        this.offers = offers;
        this.settings = settings;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @Path("/desk")
    @Operation(summary = "The desk, and what this caller may start a chat in")
    public DeskView desk(
            @QueryParam("locale") Optional<String> locale, @HeaderParam("Accept-Language") Optional<String> accepted) {
        boolean customer = visit.optionalCaller()
                .filter(Caller.CustomerUser.class::isInstance)
                .isPresent();
        Direction direction = customer ? Direction.CUSTOMER : Direction.PUBLIC;
        return desk(widgets.external(), direction, Languages.of(locale, accepted));
    }

    @GET
    @Path("/widgets/{key}")
    @Operation(summary = "A widget, and the desk behind it")
    public WidgetView widget(
            @PathParam("key") String key,
            @QueryParam("locale") Optional<String> locale,
            @HeaderParam("Accept-Language") Optional<String> accepted) {
        Widget widget = widgets.byKey(key);
        WidgetDocument document = widget.document();
        return new WidgetView(
                desk(widget, Direction.PUBLIC, Languages.of(locale, accepted)),
                widget.key(),
                widget.version(),
                widget.sites(),
                document.look(),
                document.prechat(),
                document.offline(),
                document.signedOnly(),
                document.tags());
    }

    private DeskView desk(Widget widget, Direction direction, Languages languages) {
        Instant now = clock.instant();
        String locale = settings.text(DeskSetting.LOCALE);
        return new DeskView(
                settings.text(DeskSetting.NAME),
                locale,
                settings.value(DeskSetting.PRIVACY_URL),
                settings.value(DeskSetting.KEEPS_DAYS).map(Integer::valueOf),
                widget.open(now),
                widget.opensAt(now),
                widget.document().hours().map(DeskView.Hours::of),
                texts(widget.document().texts(), languages, locale),
                offers.offers(widget, direction),
                accounts.registration(),
                accounts.passwordReset());
    }

    /// In a language that was asked for, else in the desk's own, else the pages have their own words.
    private static Texts texts(Map<String, Texts> texts, Languages languages, String deskLocale) {
        return languages
                .texts(texts)
                .or(() ->
                        Languages.of(Optional.of(deskLocale), Optional.empty()).texts(texts))
                .orElse(Texts.NONE);
    }
}
