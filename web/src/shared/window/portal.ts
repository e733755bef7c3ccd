import { computed, signal } from "@preact/signals";
import { Announcements } from "../chat/announcements";
import type { ClientUse, ParleyClient } from "../chat/client";
import type { ChatState } from "../chat/chatState";
import { LocalDrafts } from "../chat/drafts";
import { newId } from "../net/ids";
import { Api, ApiError } from "../net/api";
import { browserClock } from "../net/surroundings";
import type { Chat, Desk, Interface, Me, Session } from "../net/wire";
import { WindowState } from "./windowState";

export type Visitor =
  | { name: "asking" }
  | { name: "unreachable" }
  | { name: "nobody"; signedOut: boolean }
  | { name: "caller"; client: ParleyClient };

/** What one chats with. It is loaded after the first view, which asks only what it is about. */
export type Chatting = typeof import("./chatting");

/** Where the window stands: in the external interface, or on somebody else's page. */
export interface PortalUse<D extends Desk> {
  /** Whose sessions count here, asked in this order; the last one is that of people without an account. */
  entrances: readonly Api[];
  /** Where to ask what the desk offers here. */
  deskPath(): string;
  chatting(): Promise<Chatting>;
  /** How the client of a caller reaches us, where it is not by cookie. */
  client?: Pick<ClientUse, "outside" | "token">;
  /** What goes with the start of a chat besides what the person wrote. */
  startsWith(): object;
  /** Called with the server's answer before the chat is shown. */
  started?(answer: Started): Promise<void>;
  /** The session has ended: a last way to get another. */
  again?(): Promise<Me | undefined>;
  /** What a widget asks for, when the desk's answer has come. */
  learned?(desk: D): void;
}

export interface Started {
  chat: Chat;
  me: Me;
  token?: string;
}

export interface PublicStart {
  name: string;
  email: string;
  text: string;
  channel?: string;
}

const RECHECK_AFTER = 2_000;

/** The chat window behind its components: who is there, what the desk offers, what the window shows. */
export class Portal<D extends Desk = Desk> {
  readonly visitor = signal<Visitor>({ name: "asking" });
  readonly desk = signal<D | undefined>(undefined);
  readonly window: WindowState;
  /** There as soon as there is a client. */
  readonly chatting = signal<Chatting | undefined>(undefined);
  readonly announcements = new Announcements(browserClock);
  readonly client = computed(() =>
    this.visitor.value.name === "caller" ? this.visitor.value.client : undefined,
  );
  readonly customer = computed(() => (this.client.value?.as === "customer" ? this.client.value : undefined));
  /** Somebody who is known and may have several conversations; whoever only gave a name has one. */
  readonly known = computed(() => {
    const client = this.client.value;
    return client && (client.as === "customer" || client.me.identified) ? client : undefined;
  });
  readonly offered = computed(() => this.desk.value?.channels.filter((channel) => channel.offered) ?? []);
  /** The title of the page around the window, on somebody else's page that tells it. */
  readonly pageTitle = signal<string | undefined>(undefined);
  /** Requests of agents that wait for this person's answer. */
  readonly incoming = computed(() => this.client.value?.chats.open.value.filter(waitsForMe) ?? []);
  /** What the page around the window suggests; raised by one, it begins the form anew. */
  readonly suggested = signal<{ form: number; channel?: string }>({ form: 0 });

  private readonly kept = new Map<string, LocalDrafts>();
  /** A start is repeated with its id, until its text changes. */
  private lastStart = { id: "", content: "" };

  constructor(private readonly use: PortalUse<D>) {
    this.window = new WindowState(() => use.entrances.length > 1 || this.client.value !== undefined);
  }

  async start(): Promise<void> {
    try {
      const me = await this.whoIsThere();
      if (me) await this.enter(me);
      else this.visitor.value = { name: "nobody", signedOut: false };
      await this.loadDesk();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (this.visitor.value.name === "asking") this.visitor.value = { name: "unreachable" };
    }
  }

  async startPublic(start: PublicStart): Promise<void> {
    const { name, email, text, channel } = start;
    const body = { name, text, ...this.use.startsWith(), locale: document.documentElement.lang };
    const optional = { ...(email ? { email } : {}), ...(channel ? { channel } : {}) };
    const id = this.idFor(JSON.stringify({ name, text, ...optional }));
    const answer = await this.publicApi.post<Started>("/public-chats", { id, ...body, ...optional });
    await this.use.started?.(answer);
    const client = await this.enter(answer.me);
    this.lastStart = { id: "", content: "" };
    await client.chats.show(answer.chat.id);
    this.window.show({ name: "chat", id: answer.chat.id });
  }

  /** Somebody who is known starts another conversation. */
  async startKnown(client: ParleyClient, text: string, channel?: string): Promise<void> {
    if (client.as !== "customer") {
      return this.startPublic({ name: client.me.name, email: "", text, ...(channel ? { channel } : {}) });
    }
    const content = { text, ...(channel ? { channel } : {}) };
    const state = await client.chats.start({ id: this.idFor(JSON.stringify(content)), ...content });
    this.lastStart = { id: "", content: "" };
    this.window.show({ name: "chat", id: state.id });
  }

  /** What this person began to write, kept for the tab as far as the browser allows. */
  drafts({ me }: ParleyClient): LocalDrafts {
    const drafts = this.kept.get(me.id) ?? new LocalDrafts(me.id);
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
    const api = this.client.value?.api ?? this.publicApi;
    this.desk.value = await api.get<D>(this.use.deskPath());
    this.use.learned?.(this.desk.value);
  }

  /** Loads what one chats with before it is needed. */
  async prepare(): Promise<Chatting> {
    try {
      return (this.chatting.value ??= await this.use.chatting());
    } catch {
      throw new ApiError(0, "offline");
    }
  }

  /** This caller is there from now on; the same one stays as he is. */
  async enter(me: Me): Promise<ParleyClient> {
    const { ParleyClient } = await this.prepare();
    const before = this.client.value;
    if (before?.me.id === me.id && before.me.identified === me.identified) return before;
    before?.stop();
    const as: Interface = me.kind === "customer_user" ? "customer" : this.publicApi.as;
    const client = new ParleyClient({ as, me, ...this.use.client });
    client.connection.state.subscribe(({ name }) => {
      if (name === "signed-out") void this.recheck(client);
    });
    this.visitor.value = { name: "caller", client };
    client.start();
    return client;
  }

  /** Nobody is there any more, and nothing of what he wrote stays on the computer. */
  forget(): void {
    const client = this.client.value;
    if (client) this.drafts(client).forget();
    this.leave(false);
  }

  private get publicApi(): Api {
    const last = this.use.entrances.at(-1);
    if (!last) throw new Error("A portal needs an entrance");
    return last;
  }

  private async whoIsThere(): Promise<Me | undefined> {
    for (const api of this.use.entrances) {
      const me = await current(api);
      if (me) return me;
    }
    return undefined;
  }

  private leave(signedOut: boolean): void {
    this.client.value?.stop();
    this.window.reset();
    this.visitor.value = { name: "nobody", signedOut };
  }

  /** The socket says that nobody is signed in; HTTP knows for sure. */
  private async recheck(client: ParleyClient): Promise<void> {
    try {
      const me = (await current(client.api)) ?? (await this.use.again?.());
      if (me?.id === client.me.id) {
        browserClock.after(RECHECK_AFTER, () => {
          if (this.client.value === client) client.start();
        });
        return;
      }
    } catch {
      // Not reachable: the next attempt will tell.
      browserClock.after(RECHECK_AFTER, () => void this.recheck(client));
      return;
    }
    if (this.client.value === client) this.leave(client.as === "customer");
  }

  private idFor(content: string): string {
    if (this.lastStart.content !== content) this.lastStart = { id: newId(), content };
    return this.lastStart.id;
  }
}

function waitsForMe(state: ChatState): boolean {
  const { status, my } = state.chat.value;
  return status === "request" && my.may.includes("accept");
}

async function current(api: Api): Promise<Me | undefined> {
  try {
    return (await api.get<Session>("/session")).me;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return undefined;
    throw error;
  }
}
