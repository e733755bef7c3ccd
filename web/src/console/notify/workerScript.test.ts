import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";

type Listener = (event: object) => void;

/** A browser without any page of ours, in which the worker runs. */
class FakeBrowser {
  readonly shown: {
    title: string;
    options: { tag?: string; actions?: { action: string; title: string }[] };
  }[] = [];
  readonly opened: string[] = [];
  readonly asked: string[] = [];
  windows: { url: string; focused: boolean; told: object[] }[] = [];
  answer: { status: number; body: object } = { status: 200, body: {} };
  private readonly listeners = new Map<string, Listener>();

  run(script: string): void {
    const names = ["addEventListener", "clients", "registration", "fetch", "skipWaiting"];
    const clients = {
      matchAll: () =>
        Promise.resolve(
          this.windows.map((window) => ({
            ...window,
            postMessage: (data: object) => window.told.push(data),
            focus: () => undefined,
          })),
        ),
      openWindow: (url: string) => this.opened.push(url),
      claim: () => undefined,
    };
    const registration = {
      showNotification: (title: string, options: object) => this.shown.push({ title, options }),
    };
    const fetch = (url: string, how: { method: string }) => {
      this.asked.push(`${how.method} ${url}`);
      return Promise.resolve({ status: this.answer.status, json: () => Promise.resolve(this.answer.body) });
    };
    const listen = (name: string, listener: Listener) => this.listeners.set(name, listener);
    new Function(...names, script)(listen, clients, registration, fetch, () => undefined);
  }

  async says(name: string, event: object): Promise<void> {
    let done: unknown;
    this.listeners.get(name)?.({ ...event, waitUntil: (work: unknown) => (done = work) });
    await done;
  }

  pushed(message: object): Promise<void> {
    return this.says("push", { data: { json: () => message } });
  }

  clicked(action: string, data: object): Promise<void> {
    return this.says("notificationclick", { action, notification: { data, close: () => undefined } });
  }
}

const request = {
  kind: "request",
  chat: "c1",
  title: "Lena would like to chat",
  body: "Hello",
  url: "/agent",
  accept: { label: "Accept", taken: "{name} was first." },
};
const asked = { chat: "c1", url: "/agent", taken: "{name} was first." };
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  browser.run(readFileSync("public/worker.js", "utf8"));
});

describe("the worker", () => {
  it("offers to accept what can be accepted, and only that", async () => {
    await browser.pushed(request);
    await browser.pushed({ kind: "message", chat: "c2", title: "Lena wrote", url: "/agent/chats/c2" });
    expect(browser.shown.map(({ options }) => options.tag)).toEqual(["c1", "c2"]);
    expect(browser.shown[0]?.options.actions).toEqual([{ action: "accept", title: "Accept" }]);
    expect(browser.shown[1]?.options.actions).toEqual([]);
  });

  it("accepts without a page and opens the chat", async () => {
    await browser.clicked("accept", asked);
    expect(browser.asked).toEqual(["POST /api/v1/chats/c1/accept"]);
    expect(browser.opened).toEqual(["/agent/chats/c1"]);
  });

  it("says who was first, and opens nothing", async () => {
    browser.answer = { status: 409, body: { code: "already_accepted", by: { name: "Jonas" } } };
    await browser.clicked("accept", asked);
    expect(browser.shown.map(({ title }) => title)).toEqual(["Jonas was first."]);
    expect(browser.opened).toEqual([]);
  });

  it("leaves it to the page where one is open", async () => {
    const told: object[] = [];
    browser.windows = [
      { url: "https://desk.example/", focused: true, told: [] },
      { url: "https://desk.example/agent", focused: false, told },
    ];
    await browser.clicked("accept", asked);
    expect(told).toEqual([{ type: "notification", action: "accept", chat: "c1" }]);
    expect(browser.asked).toEqual([]);
  });

  it("goes where the message says on any other click", async () => {
    await browser.clicked("", { chat: "c2", url: "/agent/chats/c2" });
    expect(browser.opened).toEqual(["/agent/chats/c2"]);
    expect(browser.asked).toEqual([]);
  });
});
