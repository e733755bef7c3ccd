import { ParleyClient } from "../chat/client";
import { ApiError, type Api } from "../net/api";
import { newId } from "../net/ids";
import { browserClock } from "../net/surroundings";
import type { Interface, Me, Session } from "../net/wire";
import type { Portal, PortalUse, PublicStart, Started } from "./portal";

const RECHECK_AFTER = 2_000;

/** Who comes in through a portal: with a session, or with a first question. */
export class Callers {
  /** A start is repeated with its id, until its text changes. */
  private lastStart = { id: "", content: "" };

  constructor(
    private readonly portal: Portal,
    private readonly use: PortalUse,
    private readonly publicApi: Api,
  ) {}

  /** This caller is there from now on; the same one stays as he is. */
  enter(me: Me): ParleyClient {
    const { portal, use } = this;
    const before = portal.client.value;
    if (before?.me.id === me.id && before.me.verified === me.verified) return before;
    before?.stop();
    const as: Interface = me.kind === "customer_user" ? "customer" : this.publicApi.as;
    const client = new ParleyClient({ as, me, ...use.client });
    client.connection.state.subscribe(({ name }) => {
      if (name === "signed-out") void this.recheck(client);
    });
    portal.visitor.value = { name: "caller", client };
    client.start();
    return client;
  }

  async startPublic({ text, ...optional }: PublicStart): Promise<void> {
    const { portal, use, publicApi } = this;
    const body = { text, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value)) };
    const id = this.idFor(JSON.stringify(body));
    const beside = { ...use.startsWith(), locale: document.documentElement.lang };
    const answer = await publicApi.post<Started>("/public-chats", { id, ...body, ...beside });
    await use.started?.(answer);
    const client = this.enter(answer.me);
    this.lastStart = { id: "", content: "" };
    await client.chats.show(answer.chat.id);
    portal.window.show({ name: "chat", id: answer.chat.id });
  }

  /** Somebody who is known starts another conversation. */
  async startKnown(client: ParleyClient, text: string, channel?: string): Promise<void> {
    const content = { text, ...(channel ? { channel } : {}) };
    if (client.as !== "customer") return this.startPublic(content);
    const state = await client.chats.start({ id: this.idFor(JSON.stringify(content)), ...content });
    this.lastStart = { id: "", content: "" };
    this.portal.window.show({ name: "chat", id: state.id });
  }

  /** The socket says that nobody is signed in; HTTP knows for sure. */
  private async recheck(client: ParleyClient): Promise<void> {
    const { portal } = this;
    try {
      const me = (await current(client.api)) ?? (await this.use.again?.());
      if (me?.id === client.me.id) {
        browserClock.after(RECHECK_AFTER, () => {
          if (portal.client.value === client) client.start();
        });
        return;
      }
    } catch {
      // Not reachable: the next attempt will tell.
      browserClock.after(RECHECK_AFTER, () => void this.recheck(client));
      return;
    }
    if (portal.client.value === client) portal.leave(client.as === "customer");
  }

  private idFor(content: string): string {
    if (this.lastStart.content !== content) this.lastStart = { id: newId(), content };
    return this.lastStart.id;
  }
}

async function current(api: Api): Promise<Me | undefined> {
  try {
    return (await api.get<Session>("/session")).me;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return undefined;
    throw error;
  }
}
