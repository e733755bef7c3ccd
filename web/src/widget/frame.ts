import { effect } from "@preact/signals";
import { draftStorage, readDraft, writeDraft } from "../shared/chat/fieldDrafts";
import type { Asked, Init, PageState } from "../shared/embed/protocol";
import { addTexts, locale, plural, t } from "../shared/i18n";
import type { Widget } from "../shared/net/wire";
import { onPhone } from "../shared/window/phone";
import { Portal } from "../shared/window/portal";
import { VisitorContext } from "./context";
import type { HostLink } from "./hostLink";
import { WindowLook } from "./look";
import type { WidgetSession } from "./session";
import type { Talk } from "./talk";

export interface FrameUse {
  key: string;
  widget: Widget;
  session: WidgetSession;
  link: HostLink;
  /** A window of its own: it is open as long as it is there. */
  own: boolean;
  /** Speaks the language that is wanted now. */
  speak(state: PageState): Promise<void>;
}

type WidgetChatting = typeof import("./chatting");

const DESK_EVERY = 60_000;

/** The conversation on somebody else's page: does what the page asks, tells it what happens. */
export class Frame {
  readonly portal: Portal<Widget>;
  private readonly context: VisitorContext;
  private readonly look = new WindowLook();
  private state: PageState | undefined;
  /** What the page asked for last, until it is done. */
  private asked: Asked | undefined;
  private talking: Talk | undefined;
  private unread = 0;
  private status = "";

  constructor(private readonly use: FrameUse) {
    const { key, widget, session } = use;
    this.context = new VisitorContext(widget.tags);
    this.portal = new Portal<Widget>({
      storesAtOnce: false,
      entrances: [session.api],
      deskPath: () => `/widgets/${key}?locale=${locale.value}`,
      chatting: async () => (await Promise.all([import("./chatting"), addTexts("rest")]))[0],
      client: { outside: session.outside, token: () => session.held },
      startsWith: () => ({ widget: key, ...this.context.startsWith() }),
      started: async (answer) => (await this.talk()).started(answer),
      again: async () => (this.state?.identity ? (await this.talk()).identify() : undefined),
    });
  }

  async start({ state }: Init): Promise<void> {
    const { portal, use } = this;
    portal.desk.value = use.widget;
    use.link.listen((message) => {
      if (message.type === "state") void this.learn(message.state);
      else void this.talk().then((talk) => talk.hear(message));
    });
    this.prefill(state.settings.prefill);
    if (state.settings.channel) portal.suggest(state.settings.channel);
    await this.learn(state);
    use.link.send({ type: "ready" });
    await portal.start();
    if (!use.own) this.follow(this.state?.open === true);
    if (use.own && !portal.window.open.value) portal.openWindow();
    effect(() => this.followClient());
    effect(() => this.tellLook());
    effect(() => this.tellStatus(portal.desk.value ?? use.widget));
    setInterval(() => this.lookAgain(), DESK_EVERY);
    setTimeout(() => void this.talk().catch(() => undefined));
  }

  close(): void {
    if (this.use.own) return window.close();
    this.portal.window.close();
    this.use.link.send({ type: "close" });
  }

  /** What is needed once there is a person, or what one chats with. */
  private async talk(): Promise<Talk> {
    const { portal, context, use } = this;
    const { Talk } = (await portal.prepare()) as WidgetChatting;
    return (this.talking ??= new Talk({ ...use, portal, context }));
  }

  private async learn(state: PageState): Promise<void> {
    const before = this.state;
    this.state = state;
    this.asked = state.asked ?? this.asked;
    onPhone.value = state.phone && !this.use.own;
    this.look.show(state.settings, this.use.widget.look);
    this.context.learn(state);
    this.portal.pageTitle.value = state.page?.title;
    if (before && before.locales.join() !== state.locales.join()) await this.use.speak(state);
    if (state.logout) await (await this.talk()).forget();
    if (state.identity > 0 && state.identity !== before?.identity)
      void this.talk().then((talk) => talk.identify());
    if (!this.use.own) this.follow(this.state.open);
    await this.talking?.tellNews();
  }

  private follow(open: boolean): void {
    const { portal, asked } = this;
    // Where to go on is known only once it is known who is there.
    if (open && portal.visitor.value.name === "asking") return;
    this.asked = undefined;
    if (!open) return portal.window.close();
    if (!asked && portal.window.open.value) return;
    if (asked?.fresh) this.begin(asked);
    else if (asked?.chat && portal.client.value) portal.window.show({ name: "chat", id: asked.chat });
    else portal.openWindow();
    // Nobody asked for it: the page only comes back to what was open.
    if (!asked?.focus) portal.window.takeFocus();
  }

  /** The form with a draft, unless the one conversation that whoever gave only a name may have is going on. */
  private begin({ channel, message }: Asked): void {
    const { portal } = this;
    const known = portal.known.value;
    const going = (portal.client.value?.chats.open.value.length ?? 0) > 0;
    if (going && !known) return portal.openWindow();
    if (message !== undefined) writeDraft(known ? `${known.me.id}.start` : "public.start", message);
    portal.suggest(channel);
    portal.window.show({ name: "start" });
  }

  private prefill(prefill: PageState["settings"]["prefill"]): void {
    const { name, email, message } = prefill ?? {};
    for (const [field, value] of Object.entries({ name, email, start: message }))
      if (value && readDraft(`public.${field}`) === "") writeDraft(`public.${field}`, value);
  }

  /** Somebody comes, somebody goes: the page is told, as long as somebody looks at it. */
  private lookAgain(): void {
    const { portal } = this;
    if (document.hidden) return;
    if (portal.visitor.value.name === "unreachable") void portal.start();
    portal.loadDesk().catch(() => undefined);
  }

  private followClient(): void {
    const client = this.portal.client.value;
    draftStorage.allowed = client !== undefined;
    if (client || this.talking) void this.talk().then((talk) => talk.follow(client));
  }

  private tellLook(): void {
    const { portal, use } = this;
    const chats = portal.client.value?.chats;
    const unread = chats?.unread.value ?? 0;
    const { texts, look, offline } = portal.desk.value ?? use.widget;
    use.link.look({
      label: texts.launcher ?? t("window.chatWithUs"),
      waiting: unread > 0 ? plural("widget.waiting", unread) : "",
      accent: look.accent,
      position: look.position,
      hidden: offline === "hide" && portal.offered.value.length === 0,
      going: (chats?.open.value.length ?? 0) > 0,
      known: portal.visitor.value.name !== "nobody",
    });
    if (unread !== this.unread) use.link.event("unread", (this.unread = unread));
  }

  private tellStatus({ channels, opensAt, open }: Widget): void {
    const there = channels.map(({ id, online, offered }) => ({ id, online: online && offered }));
    const online = there.some((channel) => channel.online);
    const status = { online, channels: there, ...(opensAt && !open ? { opensAt } : {}) };
    if (JSON.stringify(status) === this.status) return;
    this.status = JSON.stringify(status);
    this.use.link.event("status", status);
  }
}
