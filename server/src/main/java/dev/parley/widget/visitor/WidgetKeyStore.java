package dev.parley.widget.visitor;

import dev.parley.base.WidgetId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL on widgets' keys.
@Singleton
class WidgetKeyStore {
    private static final String ROTATE = """
            insert into widget_secret (widget_id, secret, rotated_at) values (:widget, :secret, :at)
            on conflict (widget_id) do update
               set secret = excluded.secret, previous = widget_secret.secret, rotated_at = excluded.rotated_at
            """;
    private static final String SECRETS = """
            select s.secret
              from widget_secret w cross join lateral (values (1, w.secret), (2, w.previous)) as s (place, secret)
             where w.widget_id = :widget and s.secret is not null
             order by s.place
            """;
    private static final String PUBLIC_KEYS = """
            select pem from widget_public_key where widget_id = :widget order by position
            """;
    private static final String FORGET_PUBLIC_KEYS = "delete from widget_public_key where widget_id = :widget";
    private static final String ADD_PUBLIC_KEY = """
            insert into widget_public_key (widget_id, position, pem) values (:widget, :position, :pem)
            """;

    void rotate(Handle handle, WidgetId widget, String secret, Instant at) {
        handle.createUpdate(ROTATE)
                .bind("widget", widget.value())
                .bind("secret", secret)
                .bind("at", at)
                .execute();
    }

    /// The newest first.
    List<String> secrets(Handle handle, WidgetId widget) {
        return handle.createQuery(SECRETS)
                .bind("widget", widget.value())
                .mapTo(String.class)
                .list();
    }

    List<String> publicKeys(Handle handle, WidgetId widget) {
        return handle.createQuery(PUBLIC_KEYS)
                .bind("widget", widget.value())
                .mapTo(String.class)
                .list();
    }

    void setPublicKeys(Handle handle, WidgetId widget, List<String> pems) {
        handle.createUpdate(FORGET_PUBLIC_KEYS).bind("widget", widget.value()).execute();
        for (int i = 0; i < pems.size(); i++) {
            handle.createUpdate(ADD_PUBLIC_KEY)
                    .bind("widget", widget.value())
                    .bind("position", i)
                    .bind("pem", pems.get(i))
                    .execute();
        }
    }
}
