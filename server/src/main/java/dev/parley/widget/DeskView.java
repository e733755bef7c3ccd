package dev.parley.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.widget.OfficeHours.Block;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The desk as whoever stands outside sees it: what it is called, whether it is open, and what a chat may be started
/// in.
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeskView(
        String name,
        String locale,
        Optional<String> privacyUrl,
        Optional<Integer> keepsDays,
        boolean open,
        Optional<Instant> opensAt,
        Optional<Hours> hours,
        WidgetDocument.Texts texts,
        List<Offers.Offer> channels,
        boolean registration,
        boolean passwordReset) {

    /// The usual week; holidays show in `opensAt`.
    public record Hours(String timeZone, Map<String, List<Block>> week) {
        static Hours of(OfficeHours hours) {
            return new Hours(hours.timeZone().getId(), hours.week());
        }
    }
}
