import type { Attributes } from "../../npm/index";
import type { HostMessage, Init, PageState } from "../shared/embed/protocol";

type Told = Readonly<Record<string, unknown>>;

const MOST = 20;
const LONGEST = 200;
const LONGEST_NAME = 64;
const LONGEST_MESSAGE = 4_000;

/** What a page of somebody else tells us, as far as it has the shape it should have; the rest is as if not said. */
export function readState(told: unknown): PageState {
  const { settings, locales, attributes, tags, page, events, identity, asked, ...flags } = bag(told);
  const { theme, debug, prefill, ...texts } = bag(settings);
  const { focus, fresh, ...wanted } = bag(asked);
  return {
    settings: {
      ...textsOf(texts, ["channel", "accent"]),
      ...(theme === "light" || theme === "dark" || theme === "auto" ? { theme } : {}),
      prefill: textsOf(bag(prefill), ["name", "email", "message"], LONGEST_MESSAGE),
      debug: debug === true,
    },
    locales: listOf(locales),
    attributes: readFlat(attributes),
    tags: listOf(tags),
    page: page ? textsOf(bag(page), ["title", "url"], LONGEST_MESSAGE) : undefined,
    events: list(events).flatMap((event) => {
      const { name, data } = bag(event);
      return isText(name, LONGEST_NAME) ? { name, data: data ? readFlat(data) : undefined } : [];
    }),
    identity: Number(identity) || 0,
    phone: flags["phone"] === true,
    open: flags["open"] === true,
    asked: asked
      ? {
          focus: focus === true,
          fresh: fresh === true,
          ...textsOf(wanted, ["chat", "channel", "message"], LONGEST_MESSAGE),
        }
      : undefined,
    logout: flags["logout"] === true,
  };
}

export function readInit(told: unknown): Init | undefined {
  const { type, state, handed } = bag(told);
  return type === "init" ? { type, state: readState(state), handed: handed === true } : undefined;
}

export function readMessage(told: unknown): HostMessage | undefined {
  const { type, state, hash, token } = bag(told);
  if (type === "state") return { type, state: readState(state) };
  if (type === "token") return { type, token };
  return type === "handover" && isText(hash) && /^[\da-f]{64}$/.test(hash) ? { type, hash } : undefined;
}

/** At most twenty flat values of at most two hundred characters; what is more is named and left out. */
function readFlat(told: unknown): Attributes {
  const flat: Attributes = {};
  let room = MOST;
  for (const [name, value] of Object.entries(bag(told))) {
    const fits =
      isText(name, LONGEST_NAME) &&
      (isText(value) || value === "" || typeof value === "boolean" || Number.isFinite(value));
    if (fits && room-- > 0) flat[name] = value as string;
    else console.warn("Parley: not told to anybody:", name, value);
  }
  return flat;
}

function bag(told: unknown): Told {
  return Object(told) === told ? (told as Told) : {};
}

function list(told: unknown): unknown[] {
  return Array.isArray(told) ? told.slice(0, MOST) : [];
}

function listOf(told: unknown): string[] {
  return list(told).filter((each) => isText(each));
}

function isText(told: unknown, longest = LONGEST): told is string {
  return typeof told === "string" && told !== "" && told.length <= longest;
}

function textsOf<N extends string>(told: Told, names: readonly N[], longest?: number): { [K in N]?: string } {
  return Object.fromEntries(
    names.flatMap((name) => (isText(told[name], longest) ? [[name, told[name]]] : [])),
  ) as { [K in N]?: string };
}
