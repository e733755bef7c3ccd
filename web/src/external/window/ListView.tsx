import type { ParleyClient } from "../../shared/chat/client";
import { ConnectionBanner } from "../../shared/chat/ConnectionBanner";
import { ConversationList } from "../../shared/chat/ConversationList";
import { t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import type { Portal } from "../portal";
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
      <WindowBar title={portal.desk.value?.name ?? ""} sub={t("external.hello")} close={close} />
      <ConnectionBanner client={client} />
      <div class="widget__body">
        <div class="lists">
          {list.value.length === 0 && (
            <p class="empty">{t(ready.value ? "external.none" : "external.loading")}</p>
          )}
          <ConversationList
            states={list.value}
            me={client.me}
            label={t("external.windowList")}
            onOpen={(state) => portal.window.show({ name: "chat", id: state.id })}
          />
        </div>
        <div class="lists__foot">
          <Button
            kind="primary"
            size="lg"
            block
            icon="plus"
            onClick={() => portal.window.show({ name: "start" })}
          >
            {t("external.newConversation")}
          </Button>
        </div>
      </div>
      <p class="widget__foot">{t("external.foot")}</p>
    </>
  );
}
