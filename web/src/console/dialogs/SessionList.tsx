import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { shortDate, timeOrDay } from "../../shared/ui/time";
import { useDesk } from "../state/desk";
import { Problem } from "./Problem";
import { useAnswer } from "./useAnswer";

interface OpenSession {
  id: string;
  createdAt: string;
  usedAt: string;
  device: string;
  current: boolean;
}

/** Where one is signed in, and the button that ends it there. */
export function SessionList() {
  const desk = useDesk();
  const { data, error } = useAnswer(() => desk.client.api.get<{ sessions: OpenSession[] }>("/sessions"));
  const ended = useSignal<ReadonlySet<string>>(new Set());
  const failure = useSignal<unknown>(undefined);
  const end = async (id: string) => {
    try {
      await desk.client.api.delete(`/sessions/${id}`);
      ended.value = new Set(ended.value).add(id);
    } catch (reason) {
      failure.value = reason;
    }
  };
  const sessions = (data.value?.sessions ?? []).filter((session) => !ended.value.has(session.id));
  return (
    <>
      <Problem error={failure.value ?? error.value} />
      <ul class="sessions">
        {sessions.map((session) => (
          <li key={session.id} class="sessions__one">
            <Icon name="monitor" size="lg" />
            <span class="stack">
              <span class="strong truncate">{session.device || t("sessions.unknownDevice")}</span>
              <span class="tiny muted">
                {t("sessions.times", {
                  since: shortDate(session.createdAt),
                  used: timeOrDay(session.usedAt),
                })}
              </span>
            </span>
            {session.current ? (
              <span class="badge badge--accent push">{t("sessions.current")}</span>
            ) : (
              <Button size="sm" class="push" onClick={() => void end(session.id)}>
                {t("sessions.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
