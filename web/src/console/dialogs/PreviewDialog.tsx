import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../shared/i18n";
import type { ChatRequest, Level } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Icon } from "../../shared/ui/Icon";
import { ChannelTag, Lookers, personal } from "../requests/RequestParts";
import { WaitingTime } from "../requests/WaitingTime";
import { useDesk } from "../state/desk";
import { useViewing } from "../state/viewing";
import { ChannelMove } from "./ChannelMove";
import { DeclineForm } from "./DeclineForm";
import { Preview } from "./preview";
import { PreviewThread } from "./PreviewThread";
import { Problem } from "./Problem";
import { VisitorDetails } from "./VisitorDetails";

const LOOKS_AGAIN_AFTER = 5_000;

/** Everything an agent wants to know before accepting, and the buttons to do it. */
export function PreviewDialog({ request, close }: { request: ChatRequest; close: () => void }) {
  const desk = useDesk();
  const preview = useMemo(() => new Preview(desk.client.api, request), [desk, request]);
  useEffect(() => {
    void preview.load();
    // What was missed in one look is found by the next.
    const looking = setInterval(() => void preview.loadEntries().catch(() => undefined), LOOKS_AGAIN_AFTER);
    return () => clearInterval(looking);
  }, [preview]);
  useViewing(desk, request.chat);
  const row = desk.client.requests.rows.value.find((each) => each.request.chat === request.chat);
  const gone = row === undefined || row.gone;
  const channel = preview.chat.value?.channel ?? request.channel;
  const { name } = request.from;
  return (
    <Dialog
      class="preview-dialog"
      width={preview.fromOutside ? 800 : 560}
      lead={
        <Avatar person={request.from} presence={desk.people.presence(request.from.id)?.presence} size="lg" />
      }
      title={t(request.kind === "invitation" ? "preview.invitation" : "preview.title", { name })}
      sub={
        <span class="row">
          <ChannelTag channel={channel} />
          <span aria-hidden="true">·</span>
          <span>{t(`request.kind.${request.kind}`)}</span>
          <span aria-hidden="true">·</span>
          <WaitingTime since={request.since} words />
          <Lookers chat={request.chat} />
        </span>
      }
      onClose={close}
      footer={<Footer request={request} gone={gone} by={row?.takenBy?.name} close={close} />}
    >
      <Problem error={preview.failure.value} />
      {request.note && (
        <div class="banner preview__note">
          <Icon name="note" />
          <span dir="auto">{request.note}</span>
        </div>
      )}
      <div class={preview.fromOutside ? "preview" : "preview preview--plain"}>
        <PreviewThread
          preview={preview}
          me={desk.client.me}
          outsider={preview.fromOutside ? name : undefined}
        />
        {preview.fromOutside && (
          <aside class="preview__info" aria-label={t("preview.visitor")}>
            {preview.visitor.value && <VisitorDetails visitor={preview.visitor.value} />}
            {preview.channels.value.length > 0 && !gone && (
              <ChannelMove
                channels={preview.channels.value}
                current={channel.id}
                move={(to, silent) => preview.move(to, silent)}
              />
            )}
          </aside>
        )}
      </div>
    </Dialog>
  );
}

interface FooterProps {
  request: ChatRequest;
  gone: boolean;
  by: string | undefined;
  close: () => void;
}

function Footer({ request, gone, by, close }: FooterProps) {
  const desk = useDesk();
  const declining = useSignal(false);
  const accept = (level?: Level) => async () => {
    if (await desk.accept(request, level)) close();
  };
  if (gone) {
    return (
      <>
        <span class="small" role="status">
          {by ? t("request.acceptedBy", { name: by }) : t("request.gone")}
        </span>
        <Button class="push" onClick={close}>
          {t("common.close")}
        </Button>
      </>
    );
  }
  if (declining.value) {
    return <DeclineForm request={request} back={() => (declining.value = false)} close={close} />;
  }
  return (
    <>
      {!personal(request) && <span class="tiny muted">{t("preview.foot")}</span>}
      <span class="push" />
      {personal(request) && <Button onClick={() => (declining.value = true)}>{t("request.decline")}</Button>}
      {request.kind === "invitation" && (
        <Button onClick={() => void accept("observer")()}>{t("preview.acceptAsObserver")}</Button>
      )}
      <Button kind="primary" icon="check" data-autofocus onClick={() => void accept()()}>
        {t("preview.accept")}
      </Button>
    </>
  );
}
