import { Api } from "../net/api";
import { Connection } from "../net/socket";
import { browserSurroundings, type Surroundings } from "../net/surroundings";
import { setServerTime } from "../ui/time";
import {
  unhandled,
  type Follow,
  type Interface,
  type Me,
  type Presence,
  type RequestFrame,
  type ServerFrame,
  type ViewingFrame,
} from "../net/wire";
import { Chats } from "./chats";
import { Outbox } from "./outbox";
import { browserOutboxStore, type OutboxStore } from "./outboxStore";
import { Requests } from "./requests";

export interface ClientUse {
  as: Interface;
  me: Me;
  follow?: Follow[];
  presence?: (people: Presence[]) => void;
  viewing?: (frame: ViewingFrame) => void;
  /** Every frame, after this client has taken it in. */
  heard?: (frame: ServerFrame) => void;
  /** Where cookies are refused. */
  token?: () => string | undefined;
  outside?: Surroundings;
  store?: OutboxStore;
}

const ACTIVE_EVERY = 60_000;
const BACK_EVERY = 1_000;

/** Everything one signed-in caller needs to chat: connection, outbox, chats, requests. */
export class ParleyClient {
  readonly me: Me;
  readonly as: Interface;
  readonly api: Api;
  readonly connection: Connection;
  readonly outbox: Outbox;
  readonly chats: Chats;
  readonly requests: Requests;
  private readonly outside: Surroundings;
  private activeAt = -ACTIVE_EVERY;

  constructor(private readonly use: ClientUse) {
    this.outside = use.outside ?? browserSurroundings();
    this.me = use.me;
    this.as = use.as;
    this.api = new Api(use.as, (path, init) => this.outside.fetch(path, init));
    this.connection = new Connection(
      {
        as: use.as,
        ...(use.follow ? { follow: use.follow } : {}),
        ...(use.token ? { token: use.token } : {}),
        cursors: () => this.chats.cursors(),
        frame: (frame) => {
          this.apply(frame);
          use.heard?.(frame);
        },
      },
      this.outside,
    );
    const transmit = this.connection.send.bind(this.connection);
    this.outbox = new Outbox(transmit, use.store ?? browserOutboxStore(use.me.id), this.outside);
    this.chats = new Chats({ me: use.me, api: this.api, outbox: this.outbox, clock: this.outside, transmit });
    this.requests = new Requests(this.api, this.outside);
    this.connection.state.subscribe(({ name }) => {
      if (name !== "live") this.outbox.pause();
    });
  }

  start(): void {
    this.connection.start();
  }

  stop(): void {
    this.connection.stop();
    this.outbox.close();
  }

  /** The person touched keyboard or pointer; whoever others see as away is back at once. */
  active(away = false): void {
    const now = this.outside.now();
    if (now - this.activeAt < (away ? BACK_EVERY : ACTIVE_EVERY)) return;
    if (this.connection.send({ type: "active" })) this.activeAt = now;
  }

  private apply(frame: ServerFrame): void {
    switch (frame.type) {
      case "live":
        this.chats.apply(frame);
        this.outbox.resume();
        if (this.use.follow?.includes("requests")) void this.requests.reload();
        return;
      case "chat":
      case "entry":
      case "page":
      case "ack":
      case "typing":
      case "read":
        return this.chats.apply(frame);
      case "refused":
        this.chats.apply(frame);
        if (frame.id) this.outbox.refused(frame.id, frame.code);
        return;
      case "request":
        // The same agent answered it in another tab: the chat itself was told before.
        if (goes(frame) && this.takesPart(frame.chat)) return this.requests.answered(frame.chat);
        return this.requests.apply(frame);
      case "presence":
        return this.use.presence?.(frame.people);
      case "viewing":
        return this.use.viewing?.(frame);
      case "welcome":
        return setServerTime(frame.at);
      case "beat":
      case "bye":
        return;
      default:
        return unhandled(frame);
    }
  }

  private takesPart(chat: string): boolean {
    return this.chats.find(chat)?.chat.value.my.state === "active";
  }
}

function goes({ change }: RequestFrame): boolean {
  return change === "taken" || change === "gone";
}
