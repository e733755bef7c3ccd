import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import type { Chat } from "../../shared/net/wire";
import { chatOf, maya } from "../../shared/testing/fakes";
import { Desk } from "./desk";
import { go, place } from "./router";

let desk: Desk;
let version = 1;

beforeAll(() => startTexts("chat", "console", "workplace"));

beforeEach(() => {
  localStorage.clear();
  desk = new Desk(maya);
  go({ page: "dashboard" });
  hears({ state: "active", level: "owner", may: ["read", "post"] });
});

afterEach(() => desk.stop());

function hears(my: Chat["my"]): void {
  desk.chats.apply({ type: "chat", chat: chatOf({ my, version: ++version }) });
}

const told = () => desk.toasts.shown.value.map((toast) => toast.title);
const LOST = "You may no longer read the chat with Lena Fischer in Technical Support";

describe("a chat one may read no longer", () => {
  it("goes from the bubble, with the reason", () => {
    desk.showChat("c1");
    hears({ state: "left", may: [] });
    expect(desk.dock.windows.value).toEqual([]);
    expect(told()).toEqual([LOST]);
    expect(desk.announcements.alert.value).toBe(LOST);
  });

  it("goes from the chats page and from a window of its own", () => {
    go({ page: "chats", chat: "c1" });
    hears({ state: "left", may: [] });
    expect(place.value).toEqual({ page: "chats" });
    hears({ state: "active", level: "owner", may: ["read"] });
    go({ page: "window", chat: "c1" });
    hears({ state: "left", may: [] });
    expect(place.value).toEqual({ page: "chats" });
    expect(told()).toEqual([LOST, LOST]);
  });

  it("is not announced to who left it himself, nor to who only may not write any more", () => {
    desk.showChat("c1");
    hears({ state: "active", level: "observer", may: ["read"] });
    expect(desk.dock.windows.value).toEqual(["c1"]);
    desk.leaving.add("c1");
    hears({ state: "left", may: [] });
    expect(desk.dock.windows.value).toEqual([]);
    expect(told()).toEqual([]);
  });
});
