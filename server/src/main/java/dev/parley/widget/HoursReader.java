package dev.parley.widget;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.web.Fields;
import dev.parley.widget.OfficeHours.Block;
import dev.parley.widget.OfficeHours.Holiday;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads office hours as they are written in a widget's document.
final class HoursReader {
    private static final int MOST_BLOCKS = 12;
    private static final int MOST_HOLIDAYS = 200;
    private static final int LONGEST_NAME = 64;
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");

    private HoursReader() {}

    static OfficeHours read(Members members) {
        ZoneId zone = zone(members);
        Map<String, List<Block>> week = week(members.members("week"));
        List<Holiday> holidays = holidays(members);
        members.refuseOthers();
        return new OfficeHours(zone, week, holidays);
    }

    /// Only names of places: browsers know no others, and a fixed offset would be wrong for half of the year.
    private static ZoneId zone(Members members) {
        Optional<String> name = members.text("timeZone");
        Optional<ZoneId> zone =
                name.filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
        if (zone.isEmpty()) {
            members.wrong("timeZone", name.isEmpty() ? "required" : "unknown");
        }
        return zone.orElse(ZoneOffset.UTC);
    }

    private static Map<String, List<Block>> week(Members members) {
        var week = new LinkedHashMap<String, List<Block>>();
        for (String day : OfficeHours.DAYS) {
            members.member(day).ifPresent(node -> week.put(day, blocks(node, members.path(day), members.fields())));
        }
        members.refuseOthers();
        return week;
    }

    private static List<Holiday> holidays(Members members) {
        List<JsonNode> nodes = members.list("holidays", MOST_HOLIDAYS);
        var dates = new HashSet<LocalDate>();
        var holidays = new ArrayList<Holiday>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = members.path("holidays") + "[" + i + "]";
            holiday(Members.of(nodes.get(i), path, members.fields()), dates).ifPresent(holidays::add);
        }
        holidays.sort(Comparator.comparing(Holiday::date));
        return List.copyOf(holidays);
    }

    private static Optional<Holiday> holiday(Members members, Set<LocalDate> dates) {
        Optional<LocalDate> date = date(members);
        Optional<String> name = members.text("name").filter(text -> !text.isBlank());
        name.filter(text -> text.codePointCount(0, text.length()) > LONGEST_NAME)
                .ifPresent(text -> members.wrong("name", "too_long"));
        name.filter(text -> text.chars().anyMatch(Character::isISOControl))
                .ifPresent(text -> members.wrong("name", "format"));
        List<Block> blocks = members.member("blocks")
                .map(node -> blocks(node, members.path("blocks"), members.fields()))
                .orElse(List.of());
        members.refuseOthers();
        date.filter(day -> !dates.add(day)).ifPresent(day -> members.wrong("date", "taken"));
        return date.map(day -> new Holiday(day, name, blocks));
    }

    private static Optional<LocalDate> date(Members members) {
        Optional<String> text = members.text("date");
        try {
            if (text.isPresent()) {
                return text.map(LocalDate::parse);
            }
            members.wrong("date", "required");
        } catch (DateTimeException notADay) {
            members.wrong("date", "format");
        }
        return Optional.empty();
    }

    private static List<Block> blocks(JsonNode node, String path, Fields fields) {
        List<JsonNode> nodes = Members.list(node, path, MOST_BLOCKS, fields);
        var blocks = new ArrayList<Block>();
        for (int i = 0; i < nodes.size(); i++) {
            String place = path + "[" + i + "]";
            Optional<Block> block = block(nodes.get(i));
            if (block.isEmpty()) {
                fields.wrong(place, "format");
            }
            block.filter(one -> blocks.stream().anyMatch(other -> one.from() < other.to() && other.from() < one.to()))
                    .ifPresent(one -> fields.wrong(place, "overlap"));
            block.ifPresent(blocks::add);
        }
        blocks.sort(Comparator.comparing(Block::from));
        return List.copyOf(blocks);
    }

    private static Optional<Block> block(JsonNode pair) {
        if (!pair.isArray() || pair.size() != 2) {
            return Optional.empty();
        }
        int from = minute(pair.get(0));
        int to = minute(pair.get(1));
        return from >= 0 && from < to ? Optional.of(new Block(from, to)) : Optional.empty();
    }

    /// The minute of the day, or -1 if it is none.
    private static int minute(JsonNode time) {
        Matcher matcher = TIME.matcher(time.isTextual() ? time.textValue() : "");
        if (!matcher.matches()) {
            return -1;
        }
        return matcher.group(1) == null
                ? Block.DAY
                : Integer.parseInt(matcher.group(1)) * 60 + Integer.parseInt(matcher.group(2));
    }
}
