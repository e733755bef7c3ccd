package dev.parley.widget;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.base.ChannelId;
import dev.parley.web.Fields;
import dev.parley.widget.WidgetDocument.Email;
import dev.parley.widget.WidgetDocument.Look;
import dev.parley.widget.WidgetDocument.Offline;
import dev.parley.widget.WidgetDocument.Position;
import dev.parley.widget.WidgetDocument.Prechat;
import dev.parley.widget.WidgetDocument.Texts;
import dev.parley.widget.WidgetDocument.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads a widget's document. Every member has a default, which also stands in for one that is wrong; what is wrong is
/// noted in `fields`, and whoever reads decides what to make of it.
final class DocumentReader {
    private static final int MOST_SITES = 50;
    private static final int MOST_CHANNELS = 50;
    private static final int MOST_LANGUAGES = 30;
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TEXT = 200;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern TAG = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}][\\p{L}\\p{M}\\p{Nd} ._-]{0,31}");

    private final Fields fields;
    private final Function<String, Optional<ChannelId>> channels;

    /// `channels` finds a channel by what stands for it in the document.
    DocumentReader(Fields fields, Function<String, Optional<ChannelId>> channels) {
        this.fields = fields;
        this.channels = channels;
    }

    WidgetDocument read(JsonNode node) {
        Members members = Members.of(node, "", fields);
        var document = new WidgetDocument(
                each(members, "sites", MOST_SITES, "format", Sites::origin),
                each(members, "channels", MOST_CHANNELS, "unknown", channels),
                look(members.members("look")),
                texts(members.members("texts")),
                prechat(members.members("prechat")),
                members.member("hours").map(hours -> HoursReader.read(Members.of(hours, "hours", fields))),
                members.word("offline", Offline.SAY),
                members.flag("signedOnly", false),
                each(members, "tags", MOST_TAGS, "format", DocumentReader::tag));
        members.refuseOthers();
        return document;
    }

    /// The elements of a list of texts, none of them twice.
    private <T> List<T> each(
            Members members, String name, int most, String wrong, Function<String, Optional<T>> reader) {
        List<JsonNode> nodes = members.list(name, most);
        var found = new ArrayList<T>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = members.path(name) + "[" + i + "]";
            Optional<String> text = Members.text(nodes.get(i), path, fields);
            Optional<T> element = text.flatMap(reader);
            if (element.isEmpty()) {
                fields.wrong(path, wrong);
            } else if (found.contains(element.get())) {
                fields.wrong(path, "taken");
            }
            element.filter(one -> !found.contains(one)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<String> tag(String text) {
        return TAG.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private Look look(Members members) {
        Optional<String> accent = members.text("accent").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<Colour> colour = accent.flatMap(Colour::of);
        if (accent.isPresent() && colour.isEmpty()) {
            members.wrong("accent", "format");
        }
        colour.filter(one -> !one.carriesWhite()).ifPresent(one -> members.wrong("accent", "contrast"));
        var look = new Look(
                colour.filter(Colour::carriesWhite).map(Colour::hex),
                members.word("theme", Theme.AUTO),
                members.word("position", Position.END));
        members.refuseOthers();
        return look;
    }

    private Map<String, Texts> texts(Members members) {
        var texts = new TreeMap<String, Texts>();
        List<String> languages = members.names();
        if (languages.size() > MOST_LANGUAGES) {
            fields.wrong("texts", "too_long");
            return Map.of();
        }
        for (String language : languages) {
            if (LANGUAGE.matcher(language).matches()) {
                texts.put(language, words(members.members(language)));
            } else {
                members.wrong(language, "unknown");
            }
        }
        return texts;
    }

    private Texts words(Members members) {
        var texts = new Texts(
                words(members, "greeting"),
                words(members, "launcher"),
                words(members, "nobody"),
                words(members, "privacy"));
        members.refuseOthers();
        return texts;
    }

    private Optional<String> words(Members members, String name) {
        Optional<String> text = members.text(name).map(String::strip).filter(words -> !words.isEmpty());
        if (text.filter(words -> words.codePointCount(0, words.length()) > LONGEST_TEXT)
                .isPresent()) {
            members.wrong(name, "too_long");
            return Optional.empty();
        }
        if (text.filter(words -> words.chars().anyMatch(Character::isISOControl))
                .isPresent()) {
            members.wrong(name, "format");
            return Optional.empty();
        }
        return text;
    }

    private Prechat prechat(Members members) {
        var prechat = new Prechat(members.word("email", Email.OPTIONAL));
        members.refuseOthers();
        return prechat;
    }
}
