package dev.parley.storage;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Carries notices to whoever subscribed, here on the teller's thread: a subscriber returns at once and leaves work
/// to its own threads. Within one process this is the whole bus; between nodes a transport feeds the same `tell`.
@Singleton
public class Notices {
    private final Map<Notice.Topic, List<Consumer<Notice>>> rememberers = new EnumMap<>(Notice.Topic.class);
    private final Map<Notice.Topic, List<Consumer<Notice>>> subscribers = new EnumMap<>(Notice.Topic.class);

    Notices() {
        for (Notice.Topic topic : Notice.Topic.values()) {
            rememberers.put(topic, new CopyOnWriteArrayList<>());
            subscribers.put(topic, new CopyOnWriteArrayList<>());
        }
    }

    /// For who acts on a notice: whatever is asked from then on is answered anew, because all who remember have
    /// forgotten by then.
    public void subscribe(Notice.Topic topic, Consumer<Notice> subscriber) {
        of(subscribers, topic).add(subscriber);
    }

    /// For who only forgets what he remembers of it: called before those who act, whoever came first.
    public void forgetOn(Notice.Topic topic, Consumer<Notice> rememberer) {
        of(rememberers, topic).add(rememberer);
    }

    public void tell(Notice notice) {
        of(rememberers, notice.topic()).forEach(rememberer -> tell(rememberer, notice));
        of(subscribers, notice.topic()).forEach(subscriber -> tell(subscriber, notice));
    }

    private static void tell(Consumer<Notice> subscriber, Notice notice) {
        try {
            subscriber.accept(notice);
        } catch (RuntimeException failed) {
            // One subscriber's fault must not keep the notice from the others, nor undo what is committed.
            Log.errorf(failed, "a subscriber failed on %s", notice);
        }
    }

    private static List<Consumer<Notice>> of(Map<Notice.Topic, List<Consumer<Notice>>> all, Notice.Topic topic) {
        return Objects.requireNonNull(all.get(topic));
    }
}
