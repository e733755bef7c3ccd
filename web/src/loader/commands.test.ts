import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clearPage, loadOn, look, ORIGIN } from "../shared/testing/hostPage";

/** Where the loader keeps for the next page what little it keeps. */
const KEPT = `${ORIGIN}/widget/v1/chat/shop`;
const warnings = () => vi.mocked(console.warn).mock.calls.length;

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(clearPage);

function stub(): (...args: unknown[]) => void {
  const page = window as unknown as { Parley?: { (...args: unknown[]): void; q?: unknown[] } };
  const made = function (...args: unknown[]): void {
    (made.q ??= []).push(args);
  } as { (...args: unknown[]): void; q?: unknown[] };
  page.Parley = made;
  return made;
}

describe("commands", () => {
  it("are functions and methods alike", async () => {
    const { parley, iframe } = await loadOn();
    parley.open();
    expect(parley.get("open")).toBe(true);
    parley("close");
    expect(parley("get", "open")).toBe(false);
    expect(iframe()).not.toBeNull();
  });

  it("said before the loader came are done in their order", async () => {
    const early = stub();
    early("set", "plan", "small");
    early("set", "plan", "large");
    early("open");
    const page = await loadOn();
    const frame = await page.connects();
    expect(frame.state?.attributes).toEqual({ plan: "large" });
    expect(frame.state?.open).toBe(true);
  });

  it("of whoever kept the stub are still heard", async () => {
    const kept = stub();
    const { parley } = await loadOn();
    kept("open");
    expect(parley.get("open")).toBe(true);
  });

  it("that are unknown are one warning and nothing else", async () => {
    const { parley } = await loadOn();
    const wrong = parley as unknown as (...args: unknown[]) => unknown;
    for (const name of ["fly", "toString", "__proto__", "constructor", undefined, null, 7, {}]) {
      const before = warnings();
      expect(() => wrong(name)).not.toThrow();
      expect(warnings(), String(name)).toBe(before + 1);
    }
  });

  it.each([
    ["open", "chat"],
    ["update", 5],
    ["boot", "now"],
    ["set", 5, "x"],
    ["track", 5],
    ["tag", {}],
    ["page", "here"],
    ["identify", "me"],
    ["consent", "yes"],
    ["on", "nonsense", () => undefined],
    ["on", "open", "nothing"],
    ["get", "password"],
    ["newConversation", "hello"],
  ])("with bad values are one warning: %s", async (name, ...args) => {
    const { parley } = await loadOn();
    const wrong = parley as unknown as (...args: unknown[]) => unknown;
    expect(() => wrong(name, ...args)).not.toThrow();
    expect(warnings()).toBe(1);
    expect(parley.get("open")).toBe(false);
  });

  it("never throw for null, whatever they are", async () => {
    const { parley } = await loadOn();
    const wrong = parley as unknown as (...args: unknown[]) => unknown;
    for (const name of Object.keys(parley)) expect(() => wrong(name, null, null), name).not.toThrow();
  });

  it("of a second copy are not there: it is ignored", async () => {
    const first = await loadOn();
    first.parley.open();
    const second = await loadOn();
    expect(second.parley).toBe(first.parley);
    expect(document.querySelectorAll("parley-widget").length).toBe(1);
  });

  it("have another name where the page wants one", async () => {
    const { parley } = await loadOn({ global: "Other" });
    expect(typeof parley.open).toBe("function");
    expect("Parley" in window).toBe(false);
  });

  it("wait where nothing is booted by itself", async () => {
    const { parley, element } = await loadOn({ autoboot: "false" });
    parley.open();
    expect(element()).toBeNull();
    parley.boot();
    expect(element()).not.toBeNull();
    expect(parley.get("open")).toBe(true);
  });
});

describe("consent", () => {
  it("is waited for: nothing is loaded or stored before", async () => {
    Object.assign(window, { ParleySettings: { consent: false } });
    const { parley, element } = await loadOn();
    parley.open();
    expect(element()).toBeNull();
    expect(sessionStorage.length).toBe(0);
    parley.consent(true);
    expect(element()).not.toBeNull();
    expect(parley.get("open")).toBe(true);
  });

  it("may be taken back", async () => {
    const { parley, element, iframe } = await loadOn();
    parley.open();
    parley.consent(false);
    vi.advanceTimersByTime(8_000);
    expect(element()).toBeNull();
    expect(iframe()).toBeNull();
  });
});

describe("shutdown", () => {
  it("tells the frame to end, removes everything and forgets the person; boot works again", async () => {
    const page = await loadOn();
    const { parley } = page;
    parley.set("plan", "large");
    parley.identify({ token: "a.b.c" });
    parley.open();
    const frame = await page.connects();
    parley.shutdown();
    await vi.waitUntil(() => frame.state?.logout);
    expect(frame.state).toMatchObject({ open: false, attributes: {}, identity: 0 });
    vi.advanceTimersByTime(8_000);
    expect(page.element()).toBeNull();
    parley.open();
    expect(page.element()).toBeNull();
    parley.boot();
    expect(page.element()).not.toBeNull();
    const again = await page.connects();
    expect(again.state).toMatchObject({ open: true, identity: 0, attributes: {} });
  });

  it("has a frame come for it, if somebody may be known here, and shows nothing of it", async () => {
    localStorage.setItem(KEPT, "true");
    const page = await loadOn();
    const ready = vi.fn();
    page.parley.on("ready", ready);
    page.parley.shutdown();
    expect(page.root().querySelector("div")?.hidden).toBe(true);
    const frame = await page.connects({ silent: true });
    expect(frame.state?.logout).toBe(true);
    frame.says({ type: "ready" }, { type: "look", look: { ...look, known: false } });
    await vi.waitUntil(() => localStorage.length === 0);
    expect(ready).not.toHaveBeenCalled();
    vi.advanceTimersByTime(8_000);
    expect(page.element()).toBeNull();
  });
});

describe("logout", () => {
  const somebodyIsKnown = () => localStorage.setItem(KEPT, "true");

  it("loads nothing where nobody is known", async () => {
    const { parley, iframe } = await loadOn();
    parley.logout();
    expect(iframe()).toBeNull();
  });

  it("reaches a session of an earlier page, wherever this one has no frame yet", async () => {
    const before = await loadOn();
    before.parley.open();
    const told = await before.connects();
    expect(localStorage.length).toBe(0);
    told.says({ type: "look", look });
    await vi.waitUntil(() => localStorage.length === 1);
    clearPage();
    somebodyIsKnown();

    const page = await loadOn();
    expect(page.iframe()).toBeNull();
    page.parley.logout();
    const frame = await page.connects();
    expect(frame.states.map(({ logout }) => logout === true)).toEqual([true]);
    expect(page.parley.get("open")).toBe(false);
    frame.says({ type: "look", look: { ...look, known: false } });
    await vi.waitUntil(() => localStorage.length === 0);
  });

  it("waits for the widget to be there", async () => {
    somebodyIsKnown();
    const { parley, iframe } = await loadOn({ autoboot: "false" });
    parley.logout();
    expect(iframe()).toBeNull();
    parley.boot();
    expect(iframe()).not.toBeNull();
  });

  it("takes anybody for known where storage is denied", async () => {
    vi.spyOn(window, "localStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const { parley, iframe } = await loadOn();
    expect(iframe()).toBeNull();
    parley.logout();
    expect(iframe()).not.toBeNull();
  });
});

describe("in any order, before, during and after the load, twice", () => {
  const calls: [string, ...unknown[]][] = [
    ["boot"],
    ["boot", { theme: "dark" }],
    ["update", { accent: "#0f766e" }],
    ["open"],
    ["close"],
    ["toggle"],
    ["toggle"],
    ["show"],
    ["hide"],
    ["newConversation", { channel: "Sales", message: "Hello" }],
    ["set", "plan", "large"],
    ["unset", "plan"],
    ["tag", "vip"],
    ["untag", "vip"],
    ["track", "basket", { items: 2 }],
    ["page"],
    ["page", { title: "Here" }],
    ["setLocale", "de"],
    ["setTheme", "light"],
    ["consent", true],
    ["identify", { token: "a.b.c" }],
    ["logout"],
    ["shutdown"],
    ["get", "status"],
    ["on", "open", () => undefined],
    ["off", "open", () => undefined],
  ];

  it.each(Array.from({ length: 25 }, (_, seed) => seed + 1))("seed %i ends as it should", async (seed) => {
    const next = chance(seed);
    const pick = (): [string, ...unknown[]] => calls[Math.floor(next() * calls.length)] as [string];
    const said: [string, ...unknown[]][] = Array.from({ length: 40 }, pick);
    const early = stub();
    said.slice(0, 15).forEach((call) => early(...call));
    const page = await loadOn();
    const say = page.parley as unknown as (...args: unknown[]) => unknown;
    said.slice(15, 25).forEach((call) => say(...call));
    // What was shut down in between has gone by then.
    vi.advanceTimersByTime(8_000);
    const frame = page.iframe() ? await page.connects() : undefined;
    said.slice(25).forEach((call) => say(...call));
    const same = !said.slice(25).some(([name]) => name === "shutdown");
    say("boot");
    say("open");
    expect(page.parley.get("open")).toBe(true);
    expect(page.element()?.isConnected).toBe(true);
    expect(warnings()).toBe(0);
    if (frame && same) await vi.waitUntil(() => frame.state?.open);
  });
});

function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
