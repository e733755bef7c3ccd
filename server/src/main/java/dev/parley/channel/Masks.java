package dev.parley.channel;

import dev.parley.access.settings.DeskSetting;
import dev.parley.access.settings.DeskSettings;
import dev.parley.channel.Masking.Style;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// How agents are named to outsiders now. It is in memory always, since frames are written on event loops, which may
/// not ask the database; a change of the setting is seen within seconds.
@Singleton
public class Masks {
    private final DeskSettings settings;
    // Until the setting is known nobody is named.
    private volatile Masking now = new Masking(Style.SAME, "");

    Masks(DeskSettings settings) {
        this.settings = settings;
    }

    public Masking now() {
        return now;
    }

    void start(@Observes StartupEvent started) {
        look();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        Masking read =
                new Masking(Style.of(settings.text(DeskSetting.MASK_AGENTS)), settings.text(DeskSetting.MASK_NAME));
        // The same as before stays the same object: what was drawn by it is known by it.
        if (!read.equals(now)) {
            now = read;
        }
    }
}
