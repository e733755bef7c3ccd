import type { ChatState } from "../../shared/chat/chatState";
import { chatTitle } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Channel } from "../../shared/net/wire";
import { Dialog } from "../../shared/ui/Dialog";
import { useDesk } from "../state/desk";
import { ChannelMove } from "./ChannelMove";
import { Problem } from "./Problem";
import { useAnswer } from "./useAnswer";

export function ChannelDialog({ state, close }: { state: ChatState; close: () => void }) {
  const desk = useDesk();
  const chat = state.chat.value;
  const { data, error } = useAnswer(() =>
    desk.client.api.get<{ channels: Channel[] }>(`/chats/${state.id}/channels`),
  );
  return (
    <Dialog
      title={t("channel.title")}
      sub={t("channel.now", { channel: chat.channel.name })}
      width={440}
      onClose={close}
    >
      <div class="dialog__body">
        <Problem error={error.value} />
        {data.value && (
          <ChannelMove
            channels={data.value.channels}
            current={chat.channel.id}
            move={async (channel, silent) => {
              const to = data.value?.channels.find((each) => each.id === channel)?.name ?? "";
              const name = chatTitle(chat, desk.client.me);
              desk.later(state.id, "channel", t("undo.move", { name, channel: to }), { channel, silent });
            }}
            moved={close}
          />
        )}
      </div>
    </Dialog>
  );
}
