import { computed, effect, signal } from "@preact/signals";
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
import type { Chat, ChatRequest, Level, Me, Person, PresenceState } from "../../shared/net/wire";
import { ToastList } from "../../shared/ui/toasts";
import { announceElsewhere } from "./announcing";
import { CannedReplies } from "./cannedReplies";
import { Dock } from "./dock";
import { People } from "./people";
import { reopenWith } from "./mine";
import { PreferenceStore } from "./preferences";
import { go, place } from "./router";

export type Availability = NonNullable<Me["availability"]>;

export type OpenDialog =
  | { name: "request-chat"; to: Person; continues?: Chat }
  | { name: "preview"; request: ChatRequest }
  | { name: "invite" | "channel" | "close"; chat: ChatState }
  | { name: "my-channels" }
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
  readonly dock = new Dock();
  readonly dialog = signal<OpenDialog | undefined>(undefined);
  readonly sessionEnded = computed(() => this.client.connection.state.value.name === "signed-out");
  /** Until the list of people is there, one's own choice says it. */
  readonly ownPresence = computed<PresenceState>(
    () => this.people.presence(this.me.value.id)?.presence ?? chosenPresence(this.me.value),
  );
  /** The names of the channels whose requests reach this agent now. */
  readonly ownChannels = computed(() => this.people.presence(this.me.value.id)?.channels ?? []);
  private readonly stopWatching: () => void;

  constructor(me: Me) {
    const outside = browserSurroundings();
    this.me = signal(me);
    this.client = new ParleyClient({
      as: "agent",
      me,
      outside,
      follow: ["requests", "people"],
      presence: (people) => this.people.apply(people),
    });
    this.people = new People(this.client.api, outside);
    this.preferences = new PreferenceStore(this.client.api);
    this.drafts = new ServerDrafts(this.client.api, outside);
    this.replies = new CannedReplies(this.client.api, outside);
    const onlyCounts = () => this.preferences.value.value.announce === "counts";
    this.announcements = new Announcements(outside, onlyCounts);
    // After a break the lists are read again: what happened meanwhile was told to nobody here.
    const stopReloading = effect(() => {
      if (this.client.connection.state.value.name === "live") void this.reload();
    });
    const stopAnnouncing = announceElsewhere(this);
    const stopFollowing = followDrafts(this.drafts);
    this.stopWatching = () => [stopReloading, stopAnnouncing, stopFollowing].forEach((stop) => stop());
  }

  start(): void {
    this.client.start();
  }

  stop(): void {
    this.stopWatching();
    this.client.stop();
  }

  get chats() {
    return this.client.chats;
  }

  /** The workspace shows a chat where it is open or where there is no room for the bubble. */
  showChat(chat: string): void {
    if (place.value.page === "chats" || this.dock.narrow.value) go({ page: "chats", chat });
    else this.dock.show(chat);
  }

  async accept(request: ChatRequest, level?: Level): Promise<boolean> {
    const done = await this.attempt(() => this.chats.change(request.chat, "accept", level ? { level } : {}));
    if (done) {
      this.client.requests.answered(request.chat);
      this.showChat(request.chat);
    }
    return done;
  }

  async decline(chat: string, reason?: string): Promise<boolean> {
    const done = await this.attempt(() => this.chats.decline(chat, reason));
    if (done) {
      this.client.requests.answered(chat);
      this.toasts.add({ kind: "info", title: t("request.declinedDone") });
    }
    return done;
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
