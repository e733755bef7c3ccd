import { signal } from "@preact/signals";
import { chatTitle } from "../../shared/chat/names";
import { plainOf } from "../../shared/chat/format";
import { t } from "../../shared/i18n";
import { browserClock } from "../../shared/net/surroundings";
import type { ServerFrame } from "../../shared/net/wire";
import { serverTime } from "../../shared/ui/time";
import type { Desk } from "../state/desk";
import { Notifier, type News } from "./notifier";
import { Sounds } from "./sounds";
import { Tabs, thisBrowser } from "./tabs";
import { startWorker, subscribe } from "./worker";

interface FromWorker {
  type: "notification";
  action: "accept" | "open";
  chat?: string;
}

/** Tells the agent what happens while he looks elsewhere. */
export class Notifications {
  readonly permission = signal<NotificationPermission | "impossible">(permissionNow());
  private readonly sounds = new Sounds();
  private readonly ends = new AbortController();
  private readonly notifier: Notifier;
  private readonly tabs: Tabs;
  private worker: ServiceWorkerRegistration | undefined;
  private readonly hear = (frame: ServerFrame): void => this.notifier.hear(frame);

  constructor(private readonly desk: Desk) {
    this.notifier = new Notifier({
      me: desk.client.me,
      clock: browserClock,
      serverTime,
      preferences: () => desk.preferences.value.peek(),
      leading: () => this.tabs.leading.peek(),
      watched: () => this.tabs.watched,
      chat: (id) => desk.chats.find(id),
      request: (chat) => desk.client.requests.open.peek().find((request) => request.chat === chat),
      popup: (news) => void this.show(news),
      sound: (name) => this.sounds.play(name),
    });
    this.tabs = new Tabs(desk.client.me.id, thisBrowser, () => this.notifier.hush());
  }

  start(): void {
    const { signal } = this.ends;
    this.desk.heard.add(this.hear);
    for (const name of ["pointerdown", "keydown"]) {
      document.addEventListener(name, () => this.tabs.hush(), { signal, passive: true });
    }
    navigator.serviceWorker?.addEventListener(
      "message",
      (event: MessageEvent<FromWorker>) => this.clicked(event.data),
      { signal },
    );
    const stopClosing = this.closeWhatIsGone();
    signal.addEventListener("abort", stopClosing);
    void this.watchPermission();
    void this.begin();
  }

  stop(): void {
    this.ends.abort();
    this.desk.heard.delete(this.hear);
    this.tabs.stop();
    this.notifier.hush();
    this.sounds.stop();
  }

  /** Plays the sound of a request, for whoever wants to know it. */
  ring(): void {
    this.sounds.play("request");
  }

  /** Only ever on a click, after it was said what for. */
  async allow(): Promise<void> {
    this.permission.value = await Notification.requestPermission();
    if (!this.worker) await this.begin();
  }

  /** It may be given or taken elsewhere: on another page, or in the browser's own settings. */
  private async watchPermission(): Promise<void> {
    const status = await navigator.permissions?.query({ name: "notifications" }).catch(() => undefined);
    const changed = (): void => {
      this.permission.value = permissionNow();
      void this.begin();
    };
    status?.addEventListener("change", changed, { signal: this.ends.signal });
  }

  private async begin(): Promise<void> {
    if (this.permission.value !== "granted") return;
    this.worker = await startWorker();
    // Without push the console tells what happens as long as a tab is open.
    if (this.worker) await subscribe(this.worker, this.desk.client.api).catch(() => undefined);
  }

  private async show(news: News): Promise<void> {
    if (this.permission.peek() !== "granted" || !this.worker) return;
    await this.worker.showNotification(this.title(news), {
      body: plainOf("request" in news ? (news.request.note ?? news.request.text) : (news.entry.text ?? "")),
      tag: news.chat,
      silent: true,
      data: { chat: news.chat, kind: news.event },
      ...("request" in news ? { actions: [{ action: "accept", title: t("request.accept") }] } : {}),
    } as NotificationOptions);
  }

  private title(news: News): string {
    if ("request" in news) {
      const { from, channel, kind } = news.request;
      if (kind === "invitation") return t("request.invites", { name: from.name });
      if (kind === "agent") return t("request.asks", { name: from.name });
      return t("alerts.request", { name: from.name, channel: channel.name });
    }
    const name = news.entry.by?.name ?? t("chat.someone");
    if (news.event === "mention") return t("alerts.mention", { name });
    const chat = this.desk.chats.find(news.chat)?.chat.peek();
    const title = chat ? chatTitle(chat, this.desk.client.me) : name;
    return title === name ? name : t("alerts.message", { name, chat: title });
  }

  private clicked({ type, action, chat }: FromWorker): void {
    if (type !== "notification" || !chat) return;
    const request = this.desk.client.requests.open.peek().find((each) => each.chat === chat);
    if (action === "accept") void this.desk.accept(request ?? { chat });
    else if (request) this.desk.dialog.value = { name: "preview", request };
    else this.desk.showChat(chat);
  }

  /** A pop-up goes with what it told of: the request was taken, the message was read. */
  private closeWhatIsGone(): () => void {
    const { client, chats } = this.desk;
    const look = (): void => void this.close((chat) => this.waits(chat));
    const ends = [client.requests.open.subscribe(look), chats.unread.subscribe(look)];
    return () => ends.forEach((end) => end());
  }

  private waits(chat: string): boolean {
    const open = this.desk.client.requests.open.peek().some((request) => request.chat === chat);
    return open || (this.desk.chats.find(chat)?.unread.peek() ?? 0) > 0;
  }

  private async close(waits: (chat: string) => boolean): Promise<void> {
    const shown = (await this.worker?.getNotifications()) ?? [];
    shown.filter(({ tag }) => tag !== "" && !waits(tag)).forEach((notification) => notification.close());
  }
}

function permissionNow(): NotificationPermission | "impossible" {
  return "Notification" in globalThis ? Notification.permission : "impossible";
}
