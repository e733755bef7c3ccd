import { listOf, plural, t } from "../../shared/i18n";
import type { RequestRow } from "../../shared/chat/requests";
import type { Channel, ChatRequest } from "../../shared/net/wire";
import { Button, IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { useDesk } from "../state/desk";

const kinds = {
  customer: { class: "badge", icon: "user" },
  public: { class: "badge badge--outline", icon: "globe" },
  agent: { class: "badge badge--info", icon: "users" },
  invitation: { class: "badge badge--accent", icon: "user-plus" },
} as const;

export function KindBadge({ kind }: { kind: ChatRequest["kind"] }) {
  return (
    <span class={kinds[kind].class}>
      <Icon name={kinds[kind].icon} />
      {t(`request.kind.${kind}`)}
    </span>
  );
}

export function ChannelTag({ channel }: { channel: Channel }) {
  return (
    <span class="channel">
      <Icon name="hash" />
      {channel.name}
    </span>
  );
}

/** "2 colleagues are looking", with their names in the tooltip. */
export function Lookers({ chat }: { chat: string }) {
  const people = useDesk().viewing.of(chat);
  if (people.length === 0) return null;
  return (
    <span class="lookers" title={listOf(people.map((person) => person.name))}>
      <Icon name="eye" size="sm" />
      {plural("request.lookers", people.length)}
    </span>
  );
}

/** A request to this agent alone: only these can be declined. */
export function personal(request: ChatRequest): boolean {
  return request.kind === "agent" || request.kind === "invitation";
}

export function requestOrigin(request: ChatRequest): string {
  if (request.company) return request.company;
  return t(`request.origin.${request.kind}`);
}

interface RequestActionsProps {
  row: RequestRow;
  compact?: boolean;
  /** After something was chosen. */
  done?: () => void;
}

/** Accept, Preview and Decline; or, for a moment, who was first. */
export function RequestActions({ row, compact = false, done }: RequestActionsProps) {
  const desk = useDesk();
  const { request, takenBy, gone } = row;
  if (gone) return <GoneNote by={takenBy?.name} />;
  const name = request.from.name;
  const accept = async () => {
    if (await desk.accept(request)) done?.();
  };
  const preview = () => {
    done?.();
    desk.dialog.value = { name: "preview", request };
  };
  const decline = async () => {
    if (await desk.decline(request.chat)) done?.();
  };
  return (
    <span class="request-actions">
      {personal(request) && (
        <IconButton
          icon="x"
          label={t("request.declineFrom", { name })}
          hint={t("request.decline")}
          onClick={() => void decline()}
        />
      )}
      <IconButton
        icon="eye"
        label={t("request.previewFrom", { name })}
        hint={t("request.preview")}
        onClick={preview}
      />
      {compact ? (
        <IconButton
          icon="check"
          look="soft"
          label={t("request.acceptFrom", { name })}
          hint={t("request.accept")}
          data-accept
          onClick={() => void accept()}
        />
      ) : (
        <Button
          kind="primary"
          size="sm"
          aria-label={t("request.acceptFrom", { name })}
          onClick={() => void accept()}
        >
          {t("request.accept")}
        </Button>
      )}
    </span>
  );
}

function GoneNote({ by }: { by: string | undefined }) {
  return (
    <span class="request-gone" role="status">
      {by ? t("request.acceptedBy", { name: by }) : t("request.gone")}
    </span>
  );
}
