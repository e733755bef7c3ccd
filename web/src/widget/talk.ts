import { writeDraft } from "../shared/chat/fieldDrafts";
import type { ParleyClient } from "../shared/chat/client";
import type { HostMessage } from "../shared/embed/protocol";
import { browserClock } from "../shared/net/surroundings";
import type { Me, Widget } from "../shared/net/wire";
import type { Portal, Started } from "../shared/window/portal";
import type { VisitorContext } from "./context";
import { tellNews } from "./contextNews";
import { watchHappenings } from "./happenings";
import type { HostLink } from "./hostLink";
import { Identity } from "./identity";
import type { WidgetSession } from "./session";
import { endSession, keepSession } from "./sessionKeeping";

export interface TalkUse {
  key: string;
  portal: Portal<Widget>;
  session: WidgetSession;
  link: HostLink;
  context: VisitorContext;
}

const WAITS_FOR_TOKEN = 15_000;
const LOST_TOO_LONG = 60_000;
const FORM = ["public.name", "public.email", "public.start"];

/** What the frame and the page have to say to each other about a person and his chats. */
export class Talk {
  private readonly identity: Identity;
  private gotToken: (token: unknown) => void = () => undefined;
  private followed: ParleyClient | undefined;
  private endHappenings = (): void => undefined;

  constructor(private readonly use: TalkUse) {
    this.identity = new Identity({
      clock: browserClock,
      ask: () => this.askForToken(),
      present: (token) => this.present(token),
      identified: (sub) => use.link.event("identified", { sub }),
      failed: (code) => use.link.event("identify:error", { code }),
    });
  }

  async hear(message: Exclude<HostMessage, { type: "state" }>): Promise<void> {
    if (message.type === "token") this.gotToken(message.token);
    else await this.handOver(message.hash);
  }

  /** Asks for a token, and is that person from then on. */
  async identify(): Promise<Me | undefined> {
    const me = await this.identity.ask();
    if (me) await this.use.portal.enter(me);
    return me;
  }

  async forget(): Promise<void> {
    const { portal, session } = this.use;
    this.identity.forget();
    FORM.forEach((field) => writeDraft(field, ""));
    if (portal.visitor.value.name !== "nobody") await endSession(session);
    portal.forget();
  }

  async tellNews(): Promise<void> {
    const client = this.use.portal.client.value;
    if (client) await tellNews(this.use.context, client.api);
  }

  async started({ chat, me, token }: Started): Promise<void> {
    await keepSession(this.use.session, me, token);
    this.use.link.event("chat:requested", { chat: chat.id, channel: chat.channel.name });
  }

  /** From now on what happens in the chats of this caller is told. */
  follow(client: ParleyClient | undefined): void {
    if (client === this.followed) return;
    this.followed = client;
    this.endHappenings();
    this.endHappenings = client ? this.watch(client) : () => undefined;
  }

  private watch(client: ParleyClient): () => void {
    const ends = new AbortController();
    const options = { signal: ends.signal, passive: true };
    for (const touch of ["pointerdown", "keydown"])
      document.addEventListener(touch, () => client.active(), options);
    const happened = watchHappenings(client, (name, detail) => this.use.link.event(name, detail));
    const lost = this.watchConnection(client);
    return () => {
      happened();
      lost();
      ends.abort();
    };
  }

  /** A short loss is the window's own affair. */
  private watchConnection({ connection }: ParleyClient): () => void {
    let cancel: (() => void) | undefined;
    const stop = (): void => {
      cancel?.();
      cancel = undefined;
    };
    const end = connection.state.subscribe(({ name }) => {
      if (name === "lost")
        cancel ??= browserClock.after(LOST_TOO_LONG, () => this.use.link.event("error", { code: "offline" }));
      else if (name === "live") stop();
    });
    return () => {
      stop();
      end();
    };
  }

  private async present(token: string): Promise<Me> {
    const { key, session } = this.use;
    const answer = await session.api.post<{ me: Me; token?: string }>(`/widgets/${key}/identity`, { token });
    await keepSession(session, answer.me, answer.token);
    return answer.me;
  }

  private askForToken(): Promise<unknown> {
    return new Promise((resolve) => {
      this.gotToken = resolve;
      browserClock.after(WAITS_FOR_TOKEN, () => resolve(undefined));
      this.use.link.send({ type: "token" });
    });
  }

  /** Leaves the session to whoever knows the secret of this hash: the window that the page has opened. */
  private async handOver(hash: string): Promise<void> {
    const { link, portal, session } = this.use;
    const going = portal.client.value !== undefined;
    try {
      if (going) await session.api.post("/session/handover", { hash });
      link.send({ type: "handed", ok: going });
    } catch {
      link.send({ type: "handed", ok: false });
    }
  }
}
