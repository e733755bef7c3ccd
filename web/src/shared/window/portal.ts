import { computed, signal } from "@preact/signals";
import { Announcements } from "../chat/announcements";
import { ParleyClient } from "../chat/client";
import type { ChatState } from "../chat/chatState";
import { LocalDrafts } from "../chat/drafts";
import { newId } from "../net/ids";
import { Api, ApiError } from "../net/api";
import { browserClock } from "../net/surroundings";
import type { Chat, Desk, Me, Session } from "../net/wire";
import { WindowState } from "./windowState";

export type Visitor =
  | { name: "asking" }
  | { name: "unreachable" }
  | { name: "nobody"; signedOut: boolean }
  | { name: "caller"; client: ParleyClient };

export interface PublicStart {
  name: string;
  email: string;
  text: string;
  channel?: string;
}

const RECHECK_AFTER = 2_000;

/** The external interface behind its pages: who is there, what the desk offers, the chat window. */
export class Portal {
  readonly visitor = signal<Visitor>({ name: "asking" });
  readonly desk = signal<Desk | undefined>(undefined);
  readonly window = new WindowState();
  readonly announcements = new Announcements(browserClock);
  readonly client = computed(() =>
    this.visitor.value.name === "caller" ? this.visitor.value.client : undefined,
  );
  readonly customer = computed(() => (this.client.value?.as === "customer" ? this.client.value : undefined));
  readonly offered = computed(() => this.desk.value?.channels.filter((channel) => channel.offered) ?? []);
  /** The title of the page around the window, on somebody else's page that tells it. */
  readonly pageTitle = signal<string | undefined>(undefined);
  /** Requests of agents that wait for this person's answer. */
  readonly incoming = computed(() => this.client.value?.chats.open.value.filter(waitsForMe) ?? []);

  private readonly customerApi = new Api("customer");
  private readonly publicApi = new Api("public");
  private readonly kept = new Map<string, LocalDrafts>();
  /** A start is repeated with its id, until its text changes. */
  private lastStart = { id: "", content: "" };

  async start(): Promise<void> {
    try {
      const me = (await current(this.customerApi)) ?? (await current(this.publicApi));
      if (me) this.enter(me);
      else this.visitor.value = { name: "nobody", signedOut: false };
      await this.loadDesk();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (this.visitor.value.name === "asking") this.visitor.value = { name: "unreachable" };
    }
  }

  async signIn(login: string, password: string): Promise<void> {
    const { me } = await this.customerApi.post<Session>("/session", { as: "customer", login, password });
    this.leave();
    this.window.reset();
    this.enter(me);
    await this.loadDesk();
  }

  async signOut(): Promise<void> {
    const { client } = this;
    await client.value?.api.delete("/session");
    if (client.value) this.drafts(client.value).forget();
    this.window.reset();
    this.leave();
    this.visitor.value = { name: "nobody", signedOut: false };
    await this.loadDesk();
  }

  async startPublic(start: PublicStart): Promise<void> {
    const { name, email, text, channel } = start;
    const page = { title: document.title, url: location.origin + location.pathname };
    const body = { name, text, page, locale: document.documentElement.lang };
    const optional = { ...(email ? { email } : {}), ...(channel ? { channel } : {}) };
    const id = this.idFor(JSON.stringify({ ...body, ...optional }));
    const { chat, me } = await this.publicApi.post<{ chat: Chat; me: Me }>("/public-chats", {
      id,
      ...body,
      ...optional,
    });
    this.leave();
    const client = this.enter(me);
    this.lastStart = { id: "", content: "" };
    await client.chats.show(chat.id);
    this.window.show({ name: "chat", id: chat.id });
  }

  async startAsCustomer(client: ParleyClient, text: string, channel?: string): Promise<void> {
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
    else if (this.customer.value && this.customer.value.chats.list.value.length > 0)
      window.show({ name: "list" });
    else window.show({ name: "start" });
  }

  async loadDesk(): Promise<void> {
    const api = this.client.value?.api ?? this.publicApi;
    this.desk.value = await api.get<Desk>("/desk");
  }

  private enter(me: Me): ParleyClient {
    const as = me.kind === "customer_user" ? "customer" : "public";
    const client = new ParleyClient({ as, me });
    client.connection.state.subscribe(({ name }) => {
      if (name === "signed-out") void this.recheck(client);
    });
    this.visitor.value = { name: "caller", client };
    client.start();
    return client;
  }

  private leave(): void {
    this.client.value?.stop();
  }

  /** The socket says that nobody is signed in; HTTP knows for sure. */
  private async recheck(client: ParleyClient): Promise<void> {
    try {
      const me = await current(client.api);
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
    if (this.client.value !== client) return;
    client.stop();
    this.window.reset();
    this.visitor.value = { name: "nobody", signedOut: client.as === "customer" };
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
