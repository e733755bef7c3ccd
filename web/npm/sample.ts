// Compiled, never run: what a page may write, and what the compiler must refuse.
import { boot, get, identify, newConversation, on, once, set, track, type ParleyGlobal } from "./index";

export function sample(parley: ParleyGlobal): void {
  boot({ host: "https://chat.example.com", widget: "shop", theme: "dark", offset: { block: 90 } });
  identify({ getToken: async () => "a.b.c" });
  newConversation({ channel: "Sales", message: "Hello" });
  set("plan", "large");
  track("basket", { items: 2, gift: false });
  const stop: () => void = on("message", ({ chat, seq, from }) => console.log(chat, seq, from === "agent"));
  once("unread", (count: number) => console.log(count));
  stop();
  const open: boolean | undefined = get("open");
  const opensAt: string | undefined = get("status")?.opensAt;
  parley("open", { chat: "c1" });
  parley.setTheme("light");
  const unread: number = parley("get", "unread");
  console.log(open, opensAt, unread);

  // @ts-expect-error there is no such theme
  boot({ host: "https://chat.example.com", widget: "shop", theme: "purple" });
  // @ts-expect-error a widget is known by its key
  boot({ host: "https://chat.example.com" });
  // @ts-expect-error attributes are flat
  set("plan", { size: "large" });
  // @ts-expect-error no event tells what was written
  on("message", ({ text }) => console.log(text));
  // @ts-expect-error there is no such event
  on("keystroke", () => undefined);
  // @ts-expect-error there is no such command
  parley("fly");
  // @ts-expect-error a token is a text
  identify({ token: 7 });
}
