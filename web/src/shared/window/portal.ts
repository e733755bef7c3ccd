import { computed, signal } from "@preact/signals";
import type { Announcements } from "../chat/announcements";
import type { ClientUse, ParleyClient } from "../chat/client";
import type { ChatState } from "../chat/chatState";
import type { LocalDrafts } from "../chat/drafts";
import { ApiError, type Api } from "../net/api";
import { browserClock } from "../net/surroundings";
import type { Chat, Desk, Me, Session } from "../net/wire";
import type { Callers } from "./callers";
import { WindowState } from "./windowState";

export type Visitor =
  | { name: "asking" }
  | { name: "unreachable" }
  | { name: "nobody"; signedOut: boolean }
  | { name: "caller"; client: ParleyClient };

/** What one chats with. It is loaded after the first view, which asks only what it is about. */
export type Chatting = typeof import("./chatting");

/** Where the window stands: in the external interface, or on somebody else's page. */
export interface PortalUse {
  /** Whose sessions count here, asked in this order; the last one is that of people without an account. */
  entrances: readonly [Api, ...Api[]];
  /** Where to ask what the desk offers here. */
  deskPath(): string;
  chatting(): Promise<Chatting>;
  /** On other people's pages nothing is stored before somebody has written to us. */
  storesAtOnce: boolean;
  /** How the client of a caller reaches us, where it is not by cookie. */
  client?: Pick<ClientUse, "outside" | "token">;
  /** What goes with the start of a public user's chat besides what the person wrote. */
  startsWith(): object;
  /** Called with the server's answer before the chat is shown. */
  started?(answer: Started): Promise<void>;
  /** The session has ended: a last way to get another. */
  again?(): Promise<Me | undefined>;
}

export interface Started {
  chat: Chat;
  me: Me;
  token?: string;
}

export interface PublicStart {
  /** Whoever is known gives none. */
  name?: string;
  email?: string;
  text: string;
  channel?: string;
}

/** The chat window behind its components: who is there, what the desk offers, what the window shows. */
export class Portal<D extends Desk = Desk> {
  readonly visitor = signal<Visitor>({ name: "asking" });
  readonly desk = signal<D | undefined>(undefined);
  readonly window: WindowState;
  /** There as soon as there is a client. */
  readonly chatting = signal<Chatting | undefined>(undefined);
  readonly client = computed(() =>
    this.visitor.value.name === "caller" ? this.visitor.value.client : undefined,
  );
  readonly customer = computed(() => (this.client.value?.as === "customer" ? this.client.value : undefined));
  /** Somebody who is known and may have several conversations; whoever only gave a name has one. */
  readonly known = computed(() => {
    const client = this.client.value;
    return client && (client.as === "customer" || client.me.verified) ? client : undefined;
  });
  readonly offered = computed(() => this.desk.value?.channels.filter((channel) => channel.offered) ?? []);
  /** The title of the page around the window, on somebody else's page that tells it. */
  readonly pageTitle = signal<string | undefined>(undefined);
  /** Requests of agents that wait for this person's answer. */
  readonly incoming = computed(() => this.client.value?.chats.open.value.filter(waitsForMe) ?? []);
  /** What the page around the window suggests; raised by one, it begins the form anew. */
  readonly suggested = signal<{ form: number; channel?: string }>({ form: 0 });

  private spoken: Announcements | undefined;
  private callers: Callers | undefined;
  private readonly kept = new Map<string, LocalDrafts>();

  constructor(private readonly use: PortalUse) {
    this.window = new WindowState(() => use.storesAtOnce || this.client.value !== undefined);
  }

  async start(): Promise<void> {
    try {
      const me = await this.whoIsThere();
      if (me) await this.enter(me);
      else this.visitor.value = { name: "nobody", signedOut: false };
      if (!this.desk.value) await this.loadDesk();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (this.visitor.value.name === "asking") this.visitor.value = { name: "unreachable" };
    }
  }

  async startPublic(start: PublicStart): Promise<void> {
    return (await this.prepareCallers()).startPublic(start);
  }

  /** Somebody who is known starts another conversation. */
  async startKnown(client: ParleyClient, text: string, channel?: string): Promise<void> {
    return (await this.prepareCallers()).startKnown(client, text, channel);
  }

  /** This caller is there from now on; the same one stays as he is. */
  async enter(me: Me): Promise<ParleyClient> {
    return (await this.prepareCallers()).enter(me);
  }

  /** The page around the window would like the form to begin anew, with this channel. */
  suggest(channel: string | undefined): void {
    const { form } = this.suggested.value;
    this.suggested.value = { form: form + 1, ...(channel ? { channel } : {}) };
  }

  /** What the hidden announcer says. */
  get announcements(): Announcements {
    return (this.spoken ??= new (this.chatting.value ?? missing()).Announcements(browserClock));
  }

  /** What this person began to write, kept for the tab as far as the browser allows. */
  drafts({ me }: ParleyClient): LocalDrafts {
    const drafts = this.kept.get(me.id) ?? new (this.chatting.value ?? missing()).LocalDrafts(me.id);
    this.kept.set(me.id, drafts);
    return drafts;
  }

  /** Opens the window where the person will want to go on. */
  openWindow(): void {
    const { client, window } = this;
    const open = client.value?.chats.open.value ?? [];
    const view = window.view.value;
    const kept = view.name === "chat" && client.value?.chats.find(view.id) ? view : undefined;
    const loading = client.value && !client.value.chats.ready.value;
    if (kept) window.show(kept);
    else if (loading) window.show({ name: "list" });
    else if (open.length === 1 && open[0]) window.show({ name: "chat", id: open[0].id });
    else if (this.known.value && this.known.value.chats.list.value.length > 0) window.show({ name: "list" });
    else window.show({ name: "start" });
  }

  async loadDesk(): Promise<void> {
    this.desk.value = await (this.client.value?.api ?? this.publicApi).get<D>(this.use.deskPath());
  }

  /** Loads what one chats with before it is needed. */
  async prepare(): Promise<Chatting> {
    try {
      return (this.chatting.value ??= await this.use.chatting());
    } catch {
      throw new ApiError(0, "offline");
    }
  }

  /** Nobody is there any more, and nothing of what he wrote stays on the computer. */
  forget(): void {
    if (this.client.value) this.drafts(this.client.value).forget();
    this.leave(false);
  }

  leave(signedOut: boolean): void {
    this.client.value?.stop();
    this.window.reset();
    this.visitor.value = { name: "nobody", signedOut };
  }

  private get publicApi(): Api {
    return this.use.entrances.at(-1) ?? this.use.entrances[0];
  }

  private async prepareCallers(): Promise<Callers> {
    const { Callers } = await this.prepare();
    return (this.callers ??= new Callers(this, this.use, this.publicApi));
  }

  private async whoIsThere(): Promise<Me | undefined> {
    for (const api of this.use.entrances) {
      try {
        return (await api.get<Session>("/session")).me;
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 401)) throw error;
      }
    }
    return undefined;
  }
}

/** Whoever is there has what one chats with. */
function missing(): never {
  throw new Error("Nobody chats yet");
}

function waitsForMe(state: ChatState): boolean {
  const { status, my } = state.chat.value;
  return status === "request" && my.may.includes("accept");
}
