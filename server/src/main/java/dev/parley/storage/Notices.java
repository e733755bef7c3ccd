package dev.parley.storage;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Carries notices to whoever subscribed, here on the teller's thread: a subscriber returns at once and leaves work
/// to its own threads. Within one process this is the whole bus; between nodes a transport feeds the same `tell`.
@Singleton
public class Notices {
    private final Map<Notice.Topic, List<Consumer<Notice>>> subscribers = new EnumMap<>(Notice.Topic.class);

    Notices() {
        for (Notice.Topic topic : Notice.Topic.values()) {
            subscribers.put(topic, new CopyOnWriteArrayList<>());
        }
    }

    public void subscribe(Notice.Topic topic, Consumer<Notice> subscriber) {
        of(topic).add(subscriber);
    }

    public void tell(Notice notice) {
        for (Consumer<Notice> subscriber : of(notice.topic())) {
            try {
                subscriber.accept(notice);
            } catch (RuntimeException failed) {
                // One subscriber's fault must not keep the notice from the others, nor undo what is committed.
                Log.errorf(failed, "a subscriber failed on %s", notice);
            }
        }
    }

    private List<Consumer<Notice>> of(Notice.Topic topic) {
        return java.util.Objects.requireNonNull(subscribers.get(topic));
    }
}
