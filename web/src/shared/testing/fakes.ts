import type { Clock, SocketLike, Surroundings } from "../net/surroundings";
import type {
  Chat,
  ClientFrame,
  Desk,
  DeskChannel,
  Entry,
  Participant,
  Person,
  ServerFrame,
} from "../net/wire";

export class FakeClock implements Clock {
  private time = Date.parse("2025-10-14T08:00:00.000Z");
  private timers: { due: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { due: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((each) => each !== timer);
    };
  }

  pass(milliseconds: number): void {
    const end = this.time + milliseconds;
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      this.time = next.due;
      this.timers = this.timers.filter((each) => each !== next);
      next.run();
    }
    this.time = end;
  }

  private nextUntil(end: number) {
    return this.timers.filter((timer) => timer.due <= end).sort((a, b) => a.due - b.due)[0];
  }
}

export class FakeSocket implements SocketLike {
  onopen: SocketLike["onopen"] = null;
  onmessage: SocketLike["onmessage"] = null;
  onclose: SocketLike["onclose"] = null;
  readonly sent: ClientFrame[] = [];
  closed = false;

  send(data: string): void {
    this.sent.push(JSON.parse(data) as ClientFrame);
  }

  close(): void {
    this.closed = true;
  }

  opens(): void {
    this.onopen?.(new Event("open"));
  }

  says(...frames: ServerFrame[]): void {
    frames.forEach((frame) => this.onmessage?.(new MessageEvent("message", { data: JSON.stringify(frame) })));
  }

  breaks(code = 1006): void {
    this.onclose?.(new CloseEvent("close", { code }));
  }

  goesLive(): void {
    this.opens();
    this.says(welcome, { type: "live" });
  }
}

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** A world in which time stands still until the test lets it pass. */
export class FakeWorld extends FakeClock implements Surroundings {
  readonly sockets: FakeSocket[] = [];
  readonly requests: { path: string; method: string; body: unknown; headers: Record<string, string> }[] = [];
  chance = 0.5;
  socketUrl = "ws://desk.example/api/v1/socket";
  answer: (path: string, body: unknown) => Answer | Promise<Answer> = () => ({ status: 404 });
  private seen: (event: "online" | "offline" | "visible") => void = () => undefined;

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  }

  random(): number {
    return this.chance;
  }

  openSocket(): FakeSocket {
    const socket = new FakeSocket();
    this.sockets.push(socket);
    return socket;
  }

  async fetch(path: string, init: RequestInit): Promise<Response> {
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    const headers = init.headers as Record<string, string>;
    this.requests.push({ path, method: init.method ?? "GET", body, headers });
    const { status, body: said, headers: more } = await this.answer(path, body);
    const type = status < 400 ? "application/json" : "application/problem+json";
    return new Response(status === 204 ? null : JSON.stringify(said ?? {}), {
      status,
      headers: { "Content-Type": type, ...more },
    });
  }

  watch(seen: (event: "online" | "offline" | "visible") => void): () => void {
    this.seen = seen;
    return () => (this.seen = () => undefined);
  }

  pageSays(event: "online" | "offline" | "visible"): void {
    this.seen(event);
  }
}

export const maya: Person = { id: "maya", kind: "agent", name: "Maya Okafor" };
export const jonas: Person = { id: "jonas", kind: "agent", name: "Jonas Lindqvist" };
export const lena: Person = { id: "lena", kind: "customer_user", name: "Lena Fischer" };

export const welcome: ServerFrame = {
  type: "welcome",
  me: lena,
  limits: { textCodePoints: 4000, textBytes: 16384, frameBytes: 32768, inFlight: 20, page: 200 },
  at: "2025-10-14T08:00:00.000Z",
};

export function participant(person: Person, change: Partial<Participant> = {}): Participant {
  return {
    person,
    level: "participant",
    state: "active",
    presence: "available",
    read: 0,
    delivered: 0,
    ...change,
  };
}

export function chatOf(change: Partial<Chat> = {}): Chat {
  return {
    id: "c1",
    status: "active",
    direction: "customer",
    channel: { id: "t", name: "Technical Support" },
    requester: lena,
    acceptedBy: maya,
    createdAt: "2025-10-14T08:00:00.000Z",
    head: 0,
    read: 0,
    unread: 0,
    participants: [participant(lena), participant(maya, { level: "owner" })],
    version: 1,
    my: { state: "active", level: "participant", may: ["read", "post", "close"] },
    ...change,
  };
}

export function message(n: number, by: Person = maya, change: Partial<Entry> = {}): Entry {
  const at = new Date(Date.parse("2025-10-14T08:00:00.000Z") + n * 1_000).toISOString();
  return { n, kind: "message", by, text: `message ${n}`, visibility: "everyone", at, ...change };
}

export function channelOf(name: string, change: Partial<DeskChannel> = {}): DeskChannel {
  return {
    id: name.toLowerCase(),
    name,
    offered: true,
    online: true,
    isDefault: false,
    agents: 1,
    ...change,
  };
}

export function deskOf(change: Partial<Desk> = {}): Desk {
  return {
    name: "Northwind Outdoor",
    locale: "en",
    open: true,
    texts: {},
    channels: [channelOf("Sales"), channelOf("Technical Support", { agents: 2 })],
    registration: false,
    passwordReset: false,
    ...change,
  };
}
