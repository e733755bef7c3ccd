import type { ChatState } from "../../shared/chat/chatState";
import { filled, type Placeholder, type Source } from "../../shared/chat/completion";
import { plainOf } from "../../shared/chat/format";
import { counterpart } from "../../shared/chat/names";
import { t } from "../../shared/i18n";
import type { Desk } from "../state/desk";

/** The canned replies that fit this chat, with the names of its people filled in. */
export function cannedSource(desk: Desk, state: ChatState): Source {
  let asked: Promise<string | undefined> | undefined;
  const company = () =>
    (asked ??= desk.client.api
      .get<{ company?: string }>(`/chats/${state.id}/visitor`)
      .then((visitor) => visitor.company)
      // Who may not see it, or where there is none, fills it in by hand.
      .catch(() => undefined));
  return {
    trigger: "/",
    get label() {
      return t("canned.for", { channel: state.chat.peek().channel.name });
    },
    find: async (query) => {
      const chat = state.chat.peek();
      const replies = await desk.replies.find(query, chat.channel.id);
      const customer = chat.direction === "agent_agent" ? undefined : counterpart(chat, desk.client.me);
      const wantsCompany = customer && replies.some(({ text }) => text.includes("{{customer.company}}"));
      const known: Partial<Record<Placeholder, string>> = {
        // Where names are masked, the one that outsiders know him by.
        "agent.name": chat.my.shownAs ?? desk.client.me.name,
        "channel.name": chat.channel.name,
        "customer.name": customer?.name ?? "",
        "customer.company": (wantsCompany && (await company())) || "",
      };
      return replies.map(({ id, code, text }) => {
        const said = filled(text, known);
        return { id, title: `/${code}`, text: plainOf(said), insert: said, preview: said };
      });
    },
  };
}
