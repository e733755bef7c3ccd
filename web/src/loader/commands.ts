import type { Answers, Commands, Settings } from "../../npm/index";
import { fits, isSetting } from "./checks";
import { listen, names, unlisten } from "./events";
import * as widget from "./widget";
import { attributes, settings, tags } from "./widget";

type Run = (...args: never[]) => unknown;
type Heard = (detail: unknown) => void;

let booted = false;

/** Begins once there is leave to, ends when it is taken back. */
function take(some?: Settings): void {
  for (const [name, value] of Object.entries({ ...some }) as [keyof Settings, never][]) {
    if (value !== undefined && !isSetting(name, value)) warn(name, value);
    else if (name === "attributes") Object.assign(attributes, value);
    else settings[name] = value;
  }
  if (!booted || settings.consent === false) widget.end();
  else widget.start();
}

function hear(name: string, heard: Heard, once?: boolean): () => void {
  const missed = name === "ready" && widget.known.ready;
  if (!missed || !once) listen(name, heard, once);
  // What has happened already is told at once.
  if (missed) heard(widget.told);
  return () => unlisten(name, heard);
}

type Commanded = { __proto__: null } & Record<keyof Commands, [Run, ...string[]]>;

const text = "string";
const maybe = "object|undefined";

/** What each command does, and the shapes of what it is given. */
const commands: Commanded = {
  // Nothing is a command that is not written here.
  __proto__: null,
  boot: [
    (some?: Settings) => {
      booted = true;
      take(some);
    },
    maybe,
  ],
  update: [take, "object"],
  shutdown: [
    () => {
      booted = false;
      widget.close();
      take();
    },
  ],
  identify: [widget.identify, "object"],
  logout: [widget.logout],
  open: [(what?: object) => widget.show({ focus: true, ...what }), maybe],
  close: [widget.close],
  toggle: [widget.toggle],
  show: [() => widget.hide(false)],
  hide: [() => widget.hide(true)],
  newConversation: [(draft?: object) => widget.show({ focus: true, fresh: true, ...draft }), maybe],
  popout: [widget.popOut],
  set: [(name: string, value: never) => (attributes[name] = value), text],
  unset: [(name: string) => Reflect.deleteProperty(attributes, name), text],
  tag: [(name: string) => tags.add(name), text],
  untag: [(name: string) => tags.delete(name), text],
  track: [widget.track, text, maybe],
  page: [widget.setPage, maybe],
  setLocale: [(locale: string) => take({ locale })],
  setTheme: [(theme: never) => take({ theme })],
  consent: [(consent: boolean) => take({ consent }), "boolean"],
  get: [(what: keyof Answers) => (what in widget.known ? widget.known[what] : warn(what))],
  on: [(name: string, heard: Heard) => hear(name, heard), names, "function"],
  once: [(name: string, heard: Heard) => hear(name, heard, true), names, "function"],
  off: [unlisten, names, "function"],
};

/** All that a page can ask for. Whatever it gets wrong is one warning, and nothing else happens. */
export function run(name: unknown, ...args: unknown[]): unknown {
  const [does, ...shapes] = (commands[name as keyof Commands] as Commanded["boot"] | undefined) ?? [];
  if (!does || !shapes.every((shape, at) => fits(args[at], shape))) {
    warn(name, ...args);
    // Whoever ends what never began needs no check of his own.
    return () => undefined;
  }
  const answer = does(...(args as never[]));
  if (!/^(get|on|off)/.test(name as string)) widget.update();
  return answer;
}
for (const name in commands) (run as unknown as Record<string, unknown>)[name] = run.bind(0, name);

export function warn(...what: unknown[]): void {
  console.warn("Parley:", ...what);
}
