import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clearPage, loadOn, look, ORIGIN } from "../shared/testing/hostPage";

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(clearPage);

describe("the launcher", () => {
  it("loads nothing before somebody wants to chat", async () => {
    const page = await loadOn();
    expect(page.iframe()).toBeNull();
    page.button().click();
    expect(page.iframe()?.src).toBe(`${ORIGIN}/widget/v1/chat/shop`);
    expect(page.iframe()?.title).toBe("Chat with us");
    expect(page.button().ariaExpanded).toBe("true");
  });

  it("speaks the page's language until the record's words are told", async () => {
    document.documentElement.lang = "de-AT";
    const page = await loadOn();
    expect(page.button().textContent).toBe("Chat mit uns");
    page.parley.open();
    const frame = await page.connects();
    frame.says({ type: "look", look });
    await vi.waitUntil(() => page.button().textContent === "Ask us");
    page.parley.update({ launcherLabel: "Frag uns" });
    expect(page.button().textContent).toBe("Frag uns");
  });

  it("names what waits, and says it once to those who listen", async () => {
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    page.parley.close();
    frame.says({ type: "look", look: { ...look, waiting: "2 unread messages" } });
    await vi.waitUntil(() => page.button().ariaLabel === "Ask us 2 unread messages");
    expect(page.root().querySelector("[role=status], p")?.textContent).toBe("2 unread messages");
  });

  it("is gone where nobody is there and the record wants it so, but not while a chat goes on", async () => {
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    page.parley.close();
    frame.says({ type: "look", look: { ...look, hidden: true } });
    await vi.waitUntil(() => page.button().hidden);
    frame.says({ type: "look", look: { ...look, hidden: true, going: true } });
    await vi.waitUntil(() => !page.button().hidden);
  });

  it("stands where it is wanted, and where one reads from right to left at the other end", async () => {
    const page = await loadOn();
    const style = () => page.root().querySelector("div")?.style.cssText ?? "";
    expect(style()).toContain("inset-inline-end: 20px");
    page.parley.update({ position: "left", offset: { inline: 8, block: 90 }, zIndex: 5 });
    expect(style()).toMatch(/(?<!-)left: 8px/);
    expect(style()).toContain("inset-block-end: 90px");
    expect(style()).toContain("z-index: 5");
  });

  it("takes an accent that carries white, and refuses another with one warning", async () => {
    const page = await loadOn({ accent: "#1f4f94" });
    const accent = () => page.root().querySelector("div")?.style.getPropertyValue("--a");
    expect(accent()).toBe("#1f4f94");
    page.parley.update({ accent: "#facc15" });
    expect(accent()).toBe("#1f4f94");
    expect(console.warn).toHaveBeenCalledTimes(1);
  });

  it("comes back when the page was swapped beneath it", async () => {
    const page = await loadOn();
    page.element()?.remove();
    document.documentElement.append(document.createElement("template"));
    await vi.waitUntil(() => page.element() !== null);
    document.querySelector("html > template")?.remove();
  });

  it("opens by a button of the page, with its channel", async () => {
    const page = await loadOn();
    const button = document.createElement("button");
    button.dataset["parleyOpen"] = "";
    button.dataset["parleyChannel"] = "Sales";
    document.body.append(button);
    button.click();
    expect(page.parley.get("open")).toBe(true);
    const frame = await page.connects();
    expect(frame.state?.asked).toMatchObject({ fresh: true, channel: "Sales", focus: true });
  });

  it("gives the focus back to whoever had it", async () => {
    const page = await loadOn();
    const opener = document.createElement("button");
    document.body.append(opener);
    opener.focus();
    page.parley.open();
    page.iframe()?.focus();
    page.parley.close();
    expect([opener, document.body]).toContain(document.activeElement);
  });
});

describe("the frame", () => {
  it("is asked for by what the page wants loaded early, unless the reader saves data", async () => {
    const page = await loadOn({ preload: "eager" });
    expect(page.iframe()).not.toBeNull();
    clearPage();
    Object.defineProperty(navigator, "connection", { value: { saveData: true }, configurable: true });
    expect((await loadOn({ preload: "eager" })).iframe()).toBeNull();
    Reflect.deleteProperty(navigator, "connection");
  });

  it("is told all that was said, once, and what is said later", async () => {
    const page = await loadOn();
    const { parley } = page;
    parley.track("basket", { items: 2 });
    parley.tag("vip");
    parley.open({ chat: "c1" });
    const frame = await page.connects();
    expect(frame.init?.state).toMatchObject({ tags: ["vip"], asked: { chat: "c1" }, open: true });
    expect(frame.init?.state.events).toEqual([{ name: "basket", data: { items: 2 } }]);
    parley.untag("vip");
    parley.track("paid");
    await vi.waitUntil(() => frame.states.flatMap(({ events }) => events).length === 2);
    expect(frame.state).toMatchObject({ tags: [] });
    expect(frame.states.filter(({ asked }) => asked).length).toBe(1);
  });

  it("tells events to listeners and to the document, never twice to one who wanted one", async () => {
    const page = await loadOn();
    const { parley } = page;
    const heard: unknown[] = [];
    const dom: unknown[] = [];
    const once: unknown[] = [];
    const end = parley.on("message", (detail) => heard.push(detail));
    parley.once("message", (detail) => once.push(detail));
    document.addEventListener("parley:message", (event) => dom.push((event as CustomEvent).detail), {
      once: true,
    });
    parley.open();
    const frame = await page.connects();
    const detail = { chat: "c1", seq: 3, from: "agent" } as const;
    frame.says({ type: "event", name: "message", detail }, { type: "event", name: "message", detail });
    await vi.waitUntil(() => heard.length === 2);
    expect(dom).toEqual([detail]);
    expect(once).toEqual([detail]);
    end();
    frame.says({ type: "event", name: "unread", detail: 4 });
    await vi.waitUntil(() => parley.get("unread") === 4);
    expect(heard.length).toBe(2);
  });

  it("is ready at once for those who ask late", async () => {
    const page = await loadOn();
    page.parley.open();
    await page.connects();
    const heard: unknown[] = [];
    page.parley.on("ready", (detail) => heard.push(detail));
    page.parley.once("ready", (detail) => heard.push(detail));
    expect(heard).toEqual([{ version: expect.any(String) }, { version: expect.any(String) }]);
  });

  it("is given a token when it asks: one that was given is good for as long as it is", async () => {
    const page = await loadOn();
    const asked = vi.fn(async () => "x.y.z");
    page.parley.identify({ getToken: asked });
    page.parley.open();
    const frame = await page.connects();
    expect(frame.state?.identity).toBe(1);
    frame.says({ type: "token" }, { type: "token" });
    await vi.waitUntil(() => frame.heard.filter(({ type }) => type === "token").length === 2);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(frame.heard.find(({ type }) => type === "token")).toEqual({ type: "token", token: "x.y.z" });
  });

  it("may ask for nothing that is not known", async () => {
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    const opened = vi.spyOn(window, "open");
    for (const nonsense of [
      {},
      { type: "boot" },
      { type: "__proto__" },
      { type: "handed", ok: true },
      7,
      "close",
    ])
      frame.says(nonsense as never);
    frame.says({ type: "look", look: { ...look, label: "Still here" } });
    await vi.waitUntil(() => page.button().textContent === "Still here");
    expect(page.parley.get("open")).toBe(true);
    expect(opened).not.toHaveBeenCalled();
  });

  it("that the page's policy blocks gives way to a window of its own", async () => {
    const page = await loadOn();
    const errors: unknown[] = [];
    page.parley.on("error", (detail) => errors.push(detail));
    const opened = vi.spyOn(window, "open").mockReturnValue(null);
    page.parley.open();
    const violation = Object.assign(new Event("securitypolicyviolation"), {
      blockedURI: `${ORIGIN}/widget/v1/chat/shop`,
    });
    document.dispatchEvent(violation);
    expect(errors).toContainEqual({ code: "frame_blocked" });
    expect(page.parley.get("open")).toBe(false);
    expect(opened).toHaveBeenCalledWith(
      `${ORIGIN}/widget/v1/chat/shop#${location.origin}`,
      "",
      expect.any(String),
    );
    page.button().click();
    expect(opened).toHaveBeenCalledTimes(2);
  });

  it("that does not answer counts as blocked, until it does", async () => {
    const page = await loadOn();
    const errors: unknown[] = [];
    page.parley.on("error", (detail) => errors.push(detail));
    page.parley.open();
    const frame = page.iframe();
    Object.defineProperty(frame, "contentWindow", { value: { postMessage: () => undefined } });
    frame?.onload?.(new Event("load"));
    vi.advanceTimersByTime(9_000);
    expect(errors).toEqual([{ code: "frame_blocked" }]);
  });
});

describe("the next page", () => {
  it("knows that a conversation goes on, and nothing else", async () => {
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    expect(sessionStorage.length).toBe(0);
    frame.says({ type: "look", look: { ...look, going: true } });
    await vi.waitUntil(() => sessionStorage.length === 1);
    expect(Object.values(sessionStorage)).toEqual(["open"]);
    page.parley.close();
    expect(Object.values(sessionStorage)).toEqual(["there"]);
    const kept = Object.entries(sessionStorage)[0] as [string, string];
    clearPage();
    sessionStorage.setItem(...kept);
    const next = await loadOn();
    await vi.waitUntil(() => next.iframe() !== null);
    expect(next.parley.get("open")).toBe(false);
  });

  it("opens what was open, without taking the focus", async () => {
    sessionStorage.setItem(`${ORIGIN}/widget/v1/chat/shop`, "open");
    const page = await loadOn();
    await vi.waitUntil(() => page.parley.get("open"));
    const frame = await page.connects();
    expect(frame.state?.asked?.focus).toBeUndefined();
  });

  it("begins anew where storage is denied", async () => {
    vi.spyOn(window, "sessionStorage", "get").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    frame.says({ type: "look", look: { ...look, going: true } });
    await vi.waitUntil(() => page.button().textContent === "Ask us");
    expect(page.parley.get("open")).toBe(true);
  });
});

describe("a window of its own", () => {
  const opened = () => Object.assign(new EventTarget(), { closed: false, close: vi.fn(), focus: vi.fn() });

  function hello(source: unknown, origin = ORIGIN, hash = "ab".repeat(32)): void {
    const event = new MessageEvent("message", { data: { type: "hello", hash }, origin });
    Object.defineProperty(event, "source", { value: source });
    window.dispatchEvent(event);
  }

  it("takes the session along by its hash, and is then spoken to", async () => {
    const page = await loadOn();
    page.parley.open();
    const frame = await page.connects();
    const inits: unknown[] = [];
    const own = Object.assign(opened(), {
      postMessage: (init: unknown, origin: string) => inits.push([init, origin]),
    });
    vi.spyOn(window, "open").mockReturnValue(own as unknown as Window);
    page.parley.popout();
    expect(page.parley.get("open")).toBe(false);
    hello({}, ORIGIN);
    hello(own, "https://evil.example");
    hello(own);
    await vi.waitUntil(() => frame.heard.some(({ type }) => type === "handover"));
    expect(frame.heard.filter(({ type }) => type === "handover").length).toBe(1);
    expect(inits).toEqual([]);
    frame.says({ type: "handed", ok: true });
    await vi.waitUntil(() => inits.length === 1);
    expect(inits[0]).toEqual([expect.objectContaining({ type: "init", handed: true }), ORIGIN]);
    page.parley.open();
    expect(own.focus).toHaveBeenCalled();
    expect(page.parley.get("open")).toBe(false);
  });

  it("says so when the browser does not let it open", async () => {
    const page = await loadOn();
    const errors: unknown[] = [];
    page.parley.on("error", (detail) => errors.push(detail));
    vi.spyOn(window, "open").mockReturnValue(null);
    page.parley.popout();
    expect(errors).toEqual([{ code: "popup_blocked" }]);
  });
});
