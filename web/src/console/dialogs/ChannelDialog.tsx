import type { ChatState } from "../../shared/chat/chatState";
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
            move={(channel, silent) => desk.chats.change(state.id, "channel", { channel, silent })}
            moved={close}
          />
        )}
      </div>
    </Dialog>
  );
}
