import { signal } from "@preact/signals";
import { newId } from "../../shared/net/ids";

/** What the tabs of one browser share: a lock that one of them holds, a line to talk on, and the focus. */
export interface Browser {
  /** Calls `held` once the lock is ours; it stays ours until the promise it gives is done. */
  lock(name: string, held: () => Promise<void>): void;
  line(name: string, heard: (said: Said) => void): { say(words: Said): void; close(): void };
  focused(): boolean;
  watchFocus(changed: () => void): () => void;
}

export type Said =
  | { type: "who" }
  | { type: "focus"; tab: string; focused: boolean }
  /** Somebody touched a tab: what rings may stop. */
  | { type: "hush" };

/** All tabs of one agent in this browser. One of them leads, so that everything is told once. */
export class Tabs {
  readonly leading = signal(false);
  private readonly tab = newId();
  private readonly others = new Map<string, boolean>();
  private readonly line;
  private readonly unwatch: () => void;
  private giveUp = (): void => undefined;
  private stopped = false;

  constructor(
    agent: string,
    private readonly browser: Browser,
    private readonly hushed: () => void,
  ) {
    const name = `parley-agent-${agent}`;
    this.line = browser.line(name, (said) => this.hear(said));
    this.unwatch = browser.watchFocus(() => this.tellFocus());
    browser.lock(name, () => this.lead());
    this.tellFocus();
  }

  /** Whether somebody looks at one of the tabs. */
  get watched(): boolean {
    return this.browser.focused() || [...this.others.values()].includes(true);
  }

  hush(): void {
    this.line.say({ type: "hush" });
    this.hushed();
  }

  stop(): void {
    this.stopped = true;
    this.line.say({ type: "focus", tab: this.tab, focused: false });
    this.unwatch();
    this.line.close();
    this.giveUp();
  }

  private lead(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.leading.value = true;
    this.others.clear();
    this.line.say({ type: "who" });
    return new Promise((done) => {
      this.giveUp = () => {
        this.leading.value = false;
        done();
      };
    });
  }

  private hear(said: Said): void {
    switch (said.type) {
      case "who":
        return this.tellFocus();
      case "focus":
        this.others.set(said.tab, said.focused);
        return;
      case "hush":
        return this.hushed();
    }
  }

  private tellFocus(): void {
    this.line.say({ type: "focus", tab: this.tab, focused: this.browser.focused() });
  }
}

/** Without locks every tab leads: told twice is better than not at all. */
export const thisBrowser: Browser = {
  lock: (name, held) => {
    if (!navigator.locks) void held();
    else void navigator.locks.request(name, held);
  },
  line: (name, heard) => {
    const channel = new BroadcastChannel(name);
    channel.onmessage = (event: MessageEvent<Said>) => heard(event.data);
    return { say: (words) => channel.postMessage(words), close: () => channel.close() };
  },
  focused: () => document.visibilityState === "visible" && document.hasFocus(),
  watchFocus: (changed) => {
    const ends = new AbortController();
    const { signal } = ends;
    for (const name of ["focus", "blur", "pagehide"]) window.addEventListener(name, changed, { signal });
    document.addEventListener("visibilitychange", changed, { signal });
    return () => ends.abort();
  },
};
