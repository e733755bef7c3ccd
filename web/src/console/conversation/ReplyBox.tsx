import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { ChatState } from "../../shared/chat/chatState";
import { Composer } from "../../shared/chat/Composer";
import { t } from "../../shared/i18n";
import type { Person } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { useDesk } from "../state/desk";
import { cannedSource } from "./cannedSource";
import { mentionSource } from "./mentionSource";

interface ReplyBoxProps {
  state: ChatState;
  name: string;
  roomy: boolean;
}

/** Where an agent writes: drafts on the server, canned replies, mentions in notes. */
export function ReplyBox({ state, name, roomy }: ReplyBoxProps) {
  const desk = useDesk();
  const outsider = useSignal<Person | undefined>(undefined);
  const { may } = state.chat.value.my;
  const replies = useMemo(() => cannedSource(desk, state), [desk, state]);
  const mentions = useMemo(
    () => mentionSource(desk, state, (person) => (outsider.value = person)),
    [desk, state],
  );
  const invite = async (person: Person) => {
    outsider.value = undefined;
    if (await desk.change(state.id, "invite", { agent: person.id })) {
      desk.toasts.add({ kind: "success", title: t("invite.sent") });
    }
  };
  const offered = outsider.value;
  return (
    <Composer
      label={t("chat.messageTo", { name })}
      chat={state.id}
      drafts={desk.drafts}
      onSend={(text, visibility) => {
        outsider.value = undefined;
        desk.chats.send(state, text, visibility);
      }}
      onTyping={() => desk.chats.typing(state)}
      mayNote={may.includes("note")}
      placeholder={t("conversation.placeholder")}
      hint={roomy}
      autoFocus={!desk.dock.narrow.peek()}
      enterSends={desk.preferences.value.value.enterSends}
      replies={replies}
      mentions={mentions}
    >
      {offered && may.includes("invite") && (
        <p class="composer__line" role="status">
          {t("mention.offer", { name: offered.name })}
          <Button size="sm" onClick={() => void invite(offered)}>
            {t("mention.invite")}
          </Button>
          <Button size="sm" kind="ghost" onClick={() => (outsider.value = undefined)}>
            {t("common.dismiss")}
          </Button>
        </p>
      )}
    </Composer>
  );
}
