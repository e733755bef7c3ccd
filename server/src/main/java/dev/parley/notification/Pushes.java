package dev.parley.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.base.PersonId;
import dev.parley.mail.Texts;
import dev.parley.people.OwnSettings;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Pushes what happened to the browsers of agents. Best effort: a push is a hint that something waits, and what waits
/// is in the database.
@ApplicationScoped
class Pushes {
    private static final int REMEMBERED = 50_000;
    private static final Duration REQUEST_AGAIN_AFTER = Duration.ofHours(12);
    // A pop-up replaces the one before of the same chat, so that more often would only ring more often.
    private static final Duration MESSAGE_AGAIN_AFTER = Duration.ofSeconds(20);
    private static final String HERE = "/agent";
    private static final String TEST_TOPIC = "test";

    private final Subscriptions subscriptions;
    private final PushService service;
    private final ObjectMapper json;
    private final Cache<Told, Boolean> calls = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REQUEST_AGAIN_AFTER)
            .build();
    private final Cache<Told, Boolean> messages = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MESSAGE_AGAIN_AFTER)
            .build();

    /// Whom we have told of what.
    private record Told(PersonId agent, Object chat, Alert.Kind kind) {}

    Pushes(Subscriptions subscriptions, PushService service, ObjectMapper json) {
        this.subscriptions = subscriptions;
        this.service = service;
        this.json = json;
    }

    /// Tells each of these what happened for him, unless he was told lately or does not want to be.
    void push(List<OwnSettings.Recipient> people, Map<PersonId, Happening> happenings) {
        Map<PersonId, OwnSettings.Recipient> due = people.stream()
                .filter(one -> isDue(one, Optional.ofNullable(happenings.get(one.agent()))))
                .collect(Collectors.toMap(OwnSettings.Recipient::agent, Function.identity()));
        if (due.isEmpty()) {
            return;
        }
        for (Subscription subscription : subscriptions.of(due.keySet())) {
            Optional.ofNullable(happenings.get(subscription.agent())).ifPresent(happening -> {
                Optional.ofNullable(due.get(subscription.agent()))
                        .ifPresent(to -> push(
                                subscription,
                                happening.alert(to, HERE),
                                happening.chat().toString().replace("-", "")));
            });
        }
    }

    private boolean isDue(OwnSettings.Recipient one, Optional<Happening> happening) {
        return happening
                .filter(what -> what.kind().wanted(one.preferences()))
                .filter(what -> {
                    var told = new Told(one.agent(), what.chat(), what.kind());
                    Cache<Told, Boolean> lately = what.kind().said() ? messages : calls;
                    return lately.asMap().putIfAbsent(told, true) == null;
                })
                .isPresent();
    }

    /// Tries all browsers of the agent.
    NotificationTestRoutes.Outcome test(OwnSettings.Recipient me) {
        Texts texts = Texts.of("notification", me.language());
        var alert = new Alert(
                Alert.Kind.TEST,
                Optional.empty(),
                texts.text("test.subject"),
                texts.text("test.push"),
                HERE,
                Optional.empty());
        List<PushService.Outcome> outcomes = new ArrayList<>();
        subscriptions.of(List.of(me.agent())).forEach(one -> outcomes.add(push(one, alert, TEST_TOPIC)));
        outcomes.removeIf(PushService.Outcome.GONE::equals);
        if (outcomes.isEmpty()) {
            return NotificationTestRoutes.Outcome.NONE;
        }
        return outcomes.contains(PushService.Outcome.SENT)
                ? NotificationTestRoutes.Outcome.SENT
                : NotificationTestRoutes.Outcome.FAILED;
    }

    private PushService.Outcome push(Subscription subscription, Alert alert, String topic) {
        PushService.Outcome outcome = service.push(subscription, text(alert), topic);
        if (outcome == PushService.Outcome.GONE) {
            Log.debugf("a push subscription of %s is gone", subscription.agent());
            subscriptions.gone(subscription);
        }
        return outcome;
    }

    private String text(Alert alert) {
        try {
            return json.writeValueAsString(alert);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
