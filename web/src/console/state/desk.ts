import { computed, effect, signal, untracked } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { Announcements } from "../../shared/chat/announcements";
import type { ChatState } from "../../shared/chat/chatState";
import type { ChatChange } from "../../shared/chat/chats";
import { ParleyClient } from "../../shared/chat/client";
import { followDrafts, ServerDrafts } from "../../shared/chat/serverDrafts";
import { t } from "../../shared/i18n";
import { explain } from "../../shared/i18n/errors";
import { ApiError } from "../../shared/net/api";
import { browserSurroundings } from "../../shared/net/surroundings";
import type {
  Chat,
  ChatRequest,
  Level,
  Me,
  Monitoring,
  Person,
  PresenceState,
  ServerFrame,
} from "../../shared/net/wire";
import { ToastList } from "../../shared/ui/toasts";
import { announceElsewhere } from "./announcing";
import { CannedReplies } from "./cannedReplies";
import { Dock } from "./dock";
import { Notifications } from "../notify/notifications";
import { Figures } from "./figures";
import { watchLostRights } from "./lost";
import { reopenWith } from "./mine";
import { OpenChats } from "./openChats";
import { People } from "./people";
import { PreferenceStore } from "./preferences";
import { bubbled, go, place } from "./router";
import { SeenRequests } from "./seen";
import { Undo, UNDO_FOR, type PendingChange } from "./undo";
import { Viewing } from "./viewing";

export type Availability = NonNullable<Me["availability"]>;

export type OpenDialog =
  | { name: "request-chat"; to: Person; continues?: Chat }
  | { name: "preview"; request: ChatRequest }
  | { name: "invite" | "channel" | "close" | "note"; chat: ChatState }
  | { name: "my-channels" }
  | { name: "shortcuts" }
  | { name: "palette" }
  | { name: "sessions" };

/** One signed-in agent's workplace: everything the pages of the console show and do. */
export class Desk {
  readonly me;
  readonly client: ParleyClient;
  readonly people: People;
  readonly preferences: PreferenceStore;
  readonly drafts: ServerDrafts;
  readonly replies: CannedReplies;
  readonly toasts = new ToastList();
  readonly announcements: Announcements;
  readonly dock: Dock;
  readonly viewing: Viewing;
  readonly seen: SeenRequests;
  readonly figures: Figures;
  readonly openChats: OpenChats;
  readonly undo: Undo;
  readonly notifications: Notifications;
  /** Chats this agent leaves on his own accord: that they close is no surprise. */
  readonly leaving = new Set<string>();
  readonly dialog = signal<OpenDialog | undefined>(undefined);
  /** Who wants to hear every frame, after the client has taken it in. */
  readonly heard = new Set<(frame: ServerFrame) => void>();
  readonly sessionEnded = computed(() => this.client.connection.state.value.name === "signed-out");
  /** Until the list of people is there, one's own choice says it. */
  readonly ownPresence = computed<PresenceState>(
    () => this.people.presence(this.me.value.id)?.presence ?? chosenPresence(this.me.value),
  );
  /** The names of the channels whose requests reach this agent now. */
  readonly ownChannels = computed(() => this.people.presence(this.me.value.id)?.channels ?? []);
  private readonly ends: (() => void)[];

  constructor(me: Me) {
    const outside = browserSurroundings();
    this.me = signal(me);
    this.client = new ParleyClient({
      as: "agent",
      me,
      outside,
      follow: ["requests", "people"],
      presence: (people) => this.people.apply(people),
      viewing: (frame) => this.viewing.apply(frame),
      heard: (frame) => this.heard.forEach((listen) => listen(frame)),
    });
    const { api, connection } = this.client;
    this.people = new People(api, outside);
    this.preferences = new PreferenceStore(api);
    this.drafts = new ServerDrafts(api, outside);
    this.replies = new CannedReplies(api, outside);
    const onlyCounts = () => this.preferences.value.value.announce === "counts";
    this.announcements = new Announcements(outside, onlyCounts);
    this.dock = new Dock(me.id);
    this.viewing = new Viewing(me, outside, connection.send.bind(connection));
    this.seen = new SeenRequests(api, outside);
    this.figures = new Figures(api);
    this.openChats = new OpenChats(api);
    this.undo = new Undo(outside);
    this.notifications = new Notifications(this);
    // After a break the lists are read again: what happened meanwhile was told to nobody here.
    const reloading = effect(() => {
      if (this.client.connection.state.value.name === "live") void this.reload();
    });
    const tidying = effect(() => {
      // Windows remembered from last time: only those whose chats still go on.
      if (this.chats.ready.value) untracked(() => this.dock.keepOnly((chat) => this.goesOn(chat)));
    });
    this.ends = [
      reloading,
      tidying,
      watchLostRights(this),
      announceElsewhere(this),
      followDrafts(this.drafts),
    ];
  }

  start(): void {
    this.client.start();
    this.notifications.start();
  }

  stop(): void {
    this.undo.doAllNow();
    this.notifications.stop();
    this.ends.forEach((end) => end());
    this.client.stop();
  }

  get chats() {
    return this.client.chats;
  }

  /** The workspace shows a chat where it is open or where there is no room for the bubble. */
  showChat(chat: string): void {
    if (!bubbled() || this.dock.narrow.value) go({ page: "chats", chat });
    else this.dock.show(chat);
  }

  /** Takes a chat off the screen, wherever it stands. */
  hide(chat: string): void {
    this.dock.hide(chat);
    if (place.value.page === "chats" && place.value.chat === chat) go({ page: "chats" });
  }

  async accept(request: Pick<ChatRequest, "chat">, level?: Level): Promise<boolean> {
    const { chat } = request;
    const work = () => this.attempt(() => this.chats.change(chat, "accept", level ? { level } : {}));
    const done = await this.client.requests.answer(chat, work);
    if (done) this.showChat(chat);
    return done;
  }

  async decline(chat: string, reason?: string): Promise<boolean> {
    const work = () => this.attempt(() => this.chats.decline(chat, reason));
    const done = await this.client.requests.answer(chat, work);
    if (done) this.toasts.add({ kind: "info", title: t("request.declinedDone") });
    return done;
  }

  /** Closes or moves a chat, unless that is taken back in the next seconds. */
  later(chat: string, kind: PendingChange["kind"], title: string, body: object = {}): void {
    const toast = this.toasts.add({
      kind: "info",
      title,
      lasts: UNDO_FOR,
      actions: [{ label: t("undo.undo"), choose: () => this.takeBack(chat) }],
    });
    const work = () => this.change(chat, kind, body);
    this.undo.later(chat, kind, work, () => this.toasts.dismiss(toast));
  }

  takeBack(chat: string): void {
    this.undo.takeBack(chat);
    this.announcements.say(t("undo.done"));
  }

  async leave(chat: string): Promise<void> {
    this.leaving.add(chat);
    if (await this.change(chat, "leave")) this.hide(chat);
    this.leaving.delete(chat);
  }

  /** The answer tells nothing: what was chosen is shown once it is stored. */
  async monitor(state: ChatState, monitoring: Monitoring): Promise<void> {
    const path = `/chats/${state.id}/monitoring`;
    if (!(await this.attempt(() => this.client.api.put<unknown>(path, { level: monitoring })))) return;
    const chat = state.chat.value;
    state.chat.value = { ...chat, my: { ...chat.my, monitoring } };
  }

  /** Goes in unseen by anybody outside, and shows the chat. */
  async observe(chat: string): Promise<void> {
    if (await this.change(chat, "level", { level: "observer" })) this.showChat(chat);
  }

  markUnread(state: ChatState, from?: number): void {
    this.hide(state.id);
    state.markUnread(from);
  }

  change(chat: string, change: ChatChange, body: object = {}): Promise<boolean> {
    return this.attempt(() => this.chats.change(chat, change, body));
  }

  /** A closed chat goes on as a new one, which the other side has to accept. */
  reopen(chat: Chat): void {
    const to = reopenWith(chat, this.client.me);
    if (to) this.dialog.value = { name: "request-chat", to, continues: chat };
  }

  async setAvailability(availability: Availability): Promise<void> {
    await this.attempt(async () => {
      this.me.value = await this.client.api.put<Me>("/me/availability", { availability });
      this.toasts.add({ kind: "success", title: t(`availability.now.${availability}`) });
    });
    this.people.load().catch(() => undefined);
  }

  async setChannels(channels: readonly string[]): Promise<void> {
    this.me.value = await this.client.api.put<Me>("/me/channels", { channels });
    await Promise.all([this.client.requests.load(), this.people.load()]);
  }

  /** Does it, or tells the agent why not. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.toasts.add({ kind: "danger", title: reason(error) });
      return false;
    }
  }

  private goesOn(chat: string): boolean {
    return this.chats.find(chat)?.closed.value === false;
  }

  private async reload(): Promise<void> {
    this.preferences.load().catch(unsaid);
    this.drafts.load().catch(unsaid);
    await this.attempt(() => this.people.load());
  }
}

/** What cannot be read now is read with the next connection; until then what is here stays. */
function unsaid(error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
}

function chosenPresence({ availability }: Me): PresenceState {
  return availability === "internal" || availability === "external" ? "available" : "unavailable";
}

function reason(error: unknown): string {
  if (error instanceof ApiError && error.code === "already_accepted" && error.by) {
    return t("request.takenBy", { name: error.by.name });
  }
  return explain(error);
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("Only inside the signed-in console");
  return desk;
}
