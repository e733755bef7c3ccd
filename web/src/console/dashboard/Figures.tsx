import type { ComponentChildren } from "preact";
import { plural, t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { elapsed, now } from "../../shared/ui/time";
import { WAIT_TARGET, waitLevel } from "../requests/waitLevel";
import { useDesk } from "../state/desk";
import type { FiguresAnswer, Minute } from "../state/figures";
import { useFresh } from "../state/fresh";
import { myChats } from "../state/mine";
import { Sparkline } from "./Sparkline";

/** Four live figures: what this client knows at once, and from the server how the last hour went. */
export function Figures() {
  const desk = useDesk();
  const mine = myChats(desk.chats.list.value).open.length;
  useFresh(desk.figures, `${desk.client.requests.count.value} ${mine}`);
  const told = desk.figures.value.value;
  return (
    <section class="figures" aria-label={t("dashboard.figures")}>
      <WaitingFigure hour={hourOf(told, "waiting")} />
      <LongestWaitFigure />
      <OpenChatsFigure all={told?.openChats} hour={hourOf(told, "openChats")} />
      <AgentsFigure hour={hourOf(told, "availableAgents")} />
    </section>
  );
}

function hourOf(told: FiguresAnswer | undefined, name: keyof Omit<Minute, "at">): number[] {
  return told?.history.map((minute) => minute[name]) ?? [];
}

function Figure({
  label,
  value,
  note,
  hour = [],
}: {
  label: string;
  value: ComponentChildren;
  note: ComponentChildren;
  hour?: readonly number[];
}) {
  const range = { label, least: Math.min(...hour), most: Math.max(...hour) };
  return (
    <div class="figure">
      <p class="figure__label">{label}</p>
      <p class="figure__value num">{value}</p>
      {note}
      <Sparkline values={hour} label={t("dashboard.lastHour", range)} />
    </div>
  );
}

function WaitingFigure({ hour }: { hour: number[] }) {
  const open = useDesk().client.requests.open.value;
  const channels = new Set(open.map((request) => request.channel.id)).size;
  return (
    <Figure
      label={t("dashboard.waitingNow")}
      value={open.length}
      hour={hour}
      note={<p class="figure__note">{plural("dashboard.inChannels", channels)}</p>}
    />
  );
}

function LongestWaitFigure() {
  const oldest = useDesk().client.requests.open.value[0];
  const target = elapsed(new Date(0).toISOString(), WAIT_TARGET);
  const over = oldest !== undefined && waitLevel(oldest.since, now.value) === "over";
  return (
    <Figure
      label={t("dashboard.longestWait")}
      value={oldest ? elapsed(oldest.since, now.value) : "–"}
      note={
        <p class={over ? "figure__note figure__note--warn" : "figure__note"}>
          {over && <Icon name="alert" size="sm" />}
          {t("dashboard.target", { time: target })}
        </p>
      }
    />
  );
}

/** Until the server has told how many there are altogether, the agent's own. */
function OpenChatsFigure({ all, hour }: { all: number | undefined; hour: number[] }) {
  const desk = useDesk();
  const { open, waiting } = myChats(desk.chats.list.value);
  if (all === undefined) {
    return (
      <Figure
        label={t("dashboard.myOpenChats")}
        value={open.length}
        note={<p class="figure__note">{plural("dashboard.waitingAnswers", waiting.length)}</p>}
      />
    );
  }
  return (
    <Figure
      label={t("dashboard.openChats")}
      value={all}
      hour={hour}
      note={<p class="figure__note">{plural("dashboard.areYours", open.length)}</p>}
    />
  );
}

function AgentsFigure({ hour }: { hour: number[] }) {
  const agents = useDesk().people.agents.value;
  const count = (presence: string) => agents.filter((agent) => agent.presence === presence).length;
  return (
    <Figure
      label={t("dashboard.agentsAvailable")}
      value={
        <>
          {count("available")} <span class="figure__of">{t("dashboard.of", { count: agents.length })}</span>
        </>
      }
      hour={hour}
      note={<p class="figure__note">{plural("dashboard.away", count("away"))}</p>}
    />
  );
}
