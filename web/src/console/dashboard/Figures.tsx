import type { ComponentChildren } from "preact";
import { plural, t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import { elapsed, now } from "../../shared/ui/time";
import { WAIT_TARGET, waitLevel } from "../requests/waitLevel";
import { useDesk } from "../state/desk";
import { myChats } from "../state/mine";

/** Four live figures, all from what this client knows. */
export function Figures() {
  return (
    <section class="figures" aria-label={t("dashboard.figures")}>
      <WaitingFigure />
      <LongestWaitFigure />
      <OpenChatsFigure />
      <AgentsFigure />
    </section>
  );
}

function Figure({
  label,
  value,
  note,
}: {
  label: string;
  value: ComponentChildren;
  note: ComponentChildren;
}) {
  return (
    <div class="figure">
      <p class="figure__label">{label}</p>
      <p class="figure__value num">{value}</p>
      {note}
    </div>
  );
}

function WaitingFigure() {
  const open = useDesk().client.requests.open.value;
  const channels = new Set(open.map((request) => request.channel.id)).size;
  return (
    <Figure
      label={t("dashboard.waitingNow")}
      value={open.length}
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

function OpenChatsFigure() {
  const desk = useDesk();
  const { open, waiting } = myChats(desk.chats.list.value);
  return (
    <Figure
      label={t("dashboard.openChats")}
      value={open.length}
      note={<p class="figure__note">{plural("dashboard.waitingAnswers", waiting.length)}</p>}
    />
  );
}

function AgentsFigure() {
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
      note={<p class="figure__note">{plural("dashboard.away", count("away"))}</p>}
    />
  );
}
