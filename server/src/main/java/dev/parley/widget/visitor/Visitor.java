package dev.parley.widget.visitor;

import dev.parley.base.PersonId;
import dev.parley.base.WidgetId;
import java.util.Optional;

/// A public user who came through a widget. With a subject, the page's server vouches for him and for what stands here.
public record Visitor(
        PersonId person, WidgetId widget, Optional<String> subject, Optional<String> customer, Attributes attributes) {

    /// Whether he is known to this widget by its page's word.
    public boolean identified(WidgetId by) {
        return subject.isPresent() && widget.equals(by);
    }
}
