import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { Button, IconButton } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { Icon } from "../../shared/ui/Icon";
import { dated, serverTime } from "../../shared/ui/time";
import { Card } from "../form/Card";
import { computerZone } from "../../shared/ui/ZoneSelect";
import { Problem } from "../dialogs/Problem";
import { useDesk } from "../state/desk";
import { dayAfter, dayOf, startOfDay } from "./days";

interface Period {
  id: string;
  startsAt: string;
  endsAt: string;
}

interface Absences {
  periods: Period[];
  override: boolean;
}

/** When the agent is not there; during a running period he may say that he is all the same. */
export function AbsenceCard() {
  const desk = useDesk();
  const known = useSignal<Absences>({ periods: [], override: false });
  const adding = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const load = async () => {
    known.value = await desk.client.api.get<Absences>("/me/out-of-office");
  };
  const work = async (change: () => Promise<unknown>) => {
    failure.value = undefined;
    try {
      await change();
      await load();
      desk.people.load().catch(() => undefined);
      return true;
    } catch (error) {
      failure.value = error;
      return false;
    }
  };
  useEffect(() => void work(async () => undefined), []);
  const remove = async (period: Period) => {
    const done = await work(() => desk.client.api.delete(`/me/out-of-office/${period.id}`));
    if (done) desk.toasts.add({ kind: "success", title: t("absence.removed") });
  };
  const add = async (first: string, last: string) => {
    const zone = zoneOf(desk.preferences.value.value.timeZone);
    const startsAt = startOfDay(first, zone).toISOString();
    const endsAt = startOfDay(dayAfter(last), zone).toISOString();
    adding.value = !(await work(() => desk.client.api.post("/me/out-of-office", { startsAt, endsAt })));
  };
  const { periods, override } = known.value;
  const tools = (
    <Button kind="ghost" size="sm" icon="plus" onClick={() => (adding.value = true)}>
      {t("absence.add")}
    </Button>
  );
  return (
    <Card id="absence" title={t("absence.title")} tools={!adding.value && tools}>
      <Problem error={failure.value} />
      {adding.value && <PeriodForm add={add} cancel={() => (adding.value = false)} />}
      {periods.length === 0 && <p class="muted small">{t("absence.none")}</p>}
      <ul class="periods">
        {periods.map((period) => (
          <PeriodRow key={period.id} period={period} remove={() => void remove(period)} />
        ))}
      </ul>
      {periods.some(running) && (
        <label class="settings__switch">
          <input
            class="switch"
            type="checkbox"
            role="switch"
            checked={override}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              void work(() => desk.client.api.put("/me/out-of-office/override", { on }));
            }}
          />
          {t("absence.override")}
        </label>
      )}
      <p class="field__hint">{t("absence.hint")}</p>
    </Card>
  );
}

function PeriodRow({ period, remove }: { period: Period; remove: () => void }) {
  const now = running(period);
  const name = t("absence.period", { from: day(period.startsAt), to: day(period.endsAt, -1) });
  return (
    <li class="period">
      <Icon name="plane" />
      <span class="strong num">{name}</span>
      <span class={now ? "badge badge--warning" : "badge badge--info"}>
        {t(now ? "absence.running" : "absence.planned")}
      </span>
      <IconButton icon="trash" size="sm" label={t("absence.remove", { period: name })} onClick={remove} />
    </li>
  );
}

interface PeriodFormProps {
  add(first: string, last: string): Promise<void>;
  cancel(): void;
}

function PeriodForm({ add, cancel }: PeriodFormProps) {
  const desk = useDesk();
  const today = dayOf(serverTime(), zoneOf(desk.preferences.value.value.timeZone));
  const first = useSignal(today);
  const last = useSignal(today);
  const problem = useSignal<string | undefined>(undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    problem.value = undefined;
    if (!first.value || !last.value) problem.value = t("common.required");
    else if (last.value < first.value) problem.value = t("absence.order");
    else if (last.value < today) problem.value = t("absence.past");
    else add(first.value, last.value).catch((error: unknown) => (problem.value = explain(error)));
  };
  return (
    <form class="period-form" onSubmit={submit}>
      <Field id="absence-first" label={t("absence.first")}>
        <input
          class="input"
          id="absence-first"
          type="date"
          required
          value={first.value}
          onInput={(event) => {
            first.value = event.currentTarget.value;
            if (last.value < first.value) last.value = first.value;
          }}
        />
      </Field>
      <Field id="absence-last" label={t("absence.last")} error={problem.value}>
        <input
          class="input"
          id="absence-last"
          type="date"
          required
          value={last.value}
          aria-invalid={problem.value ? true : undefined}
          aria-describedby={problem.value ? "absence-last-error" : undefined}
          onInput={(event) => (last.value = event.currentTarget.value)}
        />
      </Field>
      <div class="period-form__buttons">
        <Button size="sm" onClick={cancel}>
          {t("common.cancel")}
        </Button>
        <Button size="sm" kind="primary" type="submit">
          {t("absence.add")}
        </Button>
      </div>
    </form>
  );
}

function running({ startsAt, endsAt }: Period): boolean {
  const now = serverTime();
  return Date.parse(startsAt) <= now && now < Date.parse(endsAt);
}

/** A period ends when the day after its last one begins. */
function day(at: string, before = 0): string {
  return dated({ day: "numeric", month: "short", year: "numeric" }).format(Date.parse(at) + before);
}

function zoneOf(chosen: string | undefined): string {
  return chosen ?? computerZone();
}
