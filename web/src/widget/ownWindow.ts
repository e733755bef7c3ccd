import type { Hello, Init } from "../shared/embed/protocol";
import { ApiError } from "../shared/net/api";
import type { Me } from "../shared/net/wire";
import { greetingFrom, type Greeting } from "./hostLink";
import type { WidgetSession } from "./session";
import { keepSession } from "./sessionKeeping";

const ANSWERS_WITHIN = 5_000;

/** How a window of its own begins: with the page that opened it, or alone. */
export interface OwnStart {
  init: Init;
  port?: MessagePort;
  /** To be shown to the server once, to go on as whoever was in the frame. */
  secret?: string;
  /** The page that opened it cannot be reached: what went on there stays there. */
  cutOff: boolean;
}

const alone: Init = {
  type: "init",
  state: {
    settings: {},
    locales: [...navigator.languages],
    attributes: {},
    tags: [],
    page: undefined,
    events: [],
    identity: 0,
    phone: false,
    open: true,
  },
};

/**
 * The page that opened this window named itself in the address. It learns only the hash of a secret: with that its frame
 * leaves the session, and with the secret this window takes it up.
 */
export async function startAlone(sites: readonly string[]): Promise<OwnStart> {
  const origin = location.hash.slice(1);
  if (origin === "") return { init: alone, cutOff: false };
  const opener = window.opener as Window | null;
  const digest = await secretAndHash();
  if (!opener || !sites.includes(origin) || !digest) return { init: alone, cutOff: true };
  sayHello(opener, origin, digest.hash);
  const greeting = await within(greetingFrom(opener));
  if (greeting?.origin !== origin) return { init: alone, cutOff: true };
  const { init, port } = greeting;
  return { init, port, cutOff: false, ...(init.handed ? { secret: digest.secret } : {}) };
}

/** Goes on as whoever was in the frame; if that is not possible any more, as nobody. */
export async function redeem(session: WidgetSession, secret: string): Promise<void> {
  try {
    const { me, token } = await session.api.post<{ me: Me; token?: string }>("/session/handover/redeem", {
      secret,
    });
    await keepSession(session, me, token);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

/** Tells the page that opened this window who would like to go on; it is named exactly. */
function sayHello(opener: Window, origin: string, hash: string): void {
  const hello: Hello = { type: "hello", hash };
  opener.postMessage(hello, origin);
}

/** Nothing on a page that is not secure: there the browser counts no hash. */
export async function secretAndHash(): Promise<{ secret: string; hash: string } | undefined> {
  const secret = hex(crypto.getRandomValues(new Uint8Array(32)));
  const subtle = (crypto as { subtle?: SubtleCrypto }).subtle;
  if (!subtle) return undefined;
  return {
    secret,
    hash: hex(new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(secret)))),
  };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function within(greeting: Promise<Greeting>): Promise<Greeting | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ANSWERS_WITHIN));
  return Promise.race([greeting, late]);
}
