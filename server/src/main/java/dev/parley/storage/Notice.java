package dev.parley.storage;

import java.util.UUID;

/// Says where to look, never what is there: topic, id, and for a chat its head number. It may be lost, repeated or
/// late (ADR 6).
public record Notice(Topic topic, UUID id, long head) {
    /// What a notice is about; the id is of that thing.
    public enum Topic {
        /// A chat has entries up to `head`.
        ENTRIES,
        /// A chat's state, channel or participants changed.
        CHAT,
        /// A request has been waiting without anybody having seen it.
        UNSEEN,
        /// Somebody has read on in a chat.
        MARKS,
        /// A chat channel changed.
        CHANNEL,
        /// A widget is new or changed.
        WIDGET,
        /// A person's name, permissions, availability, channels or absence changed.
        PERSON,
        /// A session was ended.
        SESSION,
        /// A person signed out, as opposed to a session that ended by itself.
        SIGNED_OUT,
        /// What others see of a person's presence may have changed.
        PRESENCE,
        /// The desk's settings changed.
        SETTING
    }

    public Notice(Topic topic, UUID id) {
        this(topic, id, 0);
    }
}
