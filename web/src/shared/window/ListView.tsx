import type { ParleyClient } from "../chat/client";
import { ConnectionBanner } from "../chat/ConnectionBanner";
import { ConversationList } from "../chat/ConversationList";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import { DeskLine } from "./Away";
import { NoticeOffer } from "./NoticeOffer";
import type { Portal } from "./portal";
import { WindowBar } from "./WindowBar";

interface ListViewProps {
  portal: Portal;
  client: ParleyClient;
  close(): void;
}

/** The conversations of a customer user, and the way to a new one. */
export function ListView({ portal, client, close }: ListViewProps) {
  const { list, ready } = client.chats;
  return (
    <>
      <WindowBar
        title={portal.desk.value?.name ?? ""}
        sub={<DeskLine portal={portal} />}
        close={close}
        leaves
      />
      <ConnectionBanner client={client} />
      <div class="widget__body">
        <div class="lists">
          {list.value.length === 0 && (
            <p class="empty">{t(ready.value ? "window.none" : "window.loading")}</p>
          )}
          <ConversationList
            states={list.value}
            me={client.me}
            label={t("window.windowList")}
            onOpen={(state) => portal.window.show({ name: "chat", id: state.id })}
          />
        </div>
        <NoticeOffer portal={portal} />
        <div class="lists__foot">
          <Button
            kind="primary"
            size="lg"
            block
            icon="plus"
            onClick={() => portal.window.show({ name: "start" })}
          >
            {t("window.newConversation")}
          </Button>
        </div>
      </div>
      <p class="widget__foot">{t("window.foot")}</p>
    </>
  );
}
