import { describe, expect, it } from "vitest";
import { address, read } from "./router";

describe("addresses of the console", () => {
  it("lead to a page and back", () => {
    expect(read("/agent")).toEqual({ page: "dashboard" });
    expect(read("/agent/chats")).toEqual({ page: "chats" });
    expect(read("/agent/chats/abc")).toEqual({ page: "chats", chat: "abc" });
    expect(read("/agent/personalization")).toEqual({ page: "personalization" });
    expect(read("/agent/personalization/replies")).toEqual({ page: "personalization", section: "replies" });
    expect(address({ page: "personalization", section: "password" })).toBe("/agent/personalization/password");
    expect(address({ page: "chats", chat: "abc" })).toBe("/agent/chats/abc");
    expect(read(address({ page: "admin" }))).toEqual({ page: "admin" });
    expect(read("/agent/customers")).toEqual({ page: "customers" });
    expect(read("/agent/customers/abc")).toEqual({ page: "customers", customer: "abc" });
    expect(address({ page: "customers" })).toBe("/agent/customers");
    expect(address({ page: "customers", customer: "abc" })).toBe("/agent/customers/abc");
    expect(read("/agent/window/abc")).toEqual({ page: "window", chat: "abc" });
    expect(address({ page: "window", chat: "abc" })).toBe("/agent/window/abc");
  });

  it("hold the token of a link from a mail", () => {
    expect(read("/agent/reset")).toEqual({ page: "reset" });
    expect(read("/agent/reset", "#abc-_1")).toEqual({ page: "reset", token: "abc-_1" });
    expect(address({ page: "reset", token: "abc-_1" })).toBe("/agent/reset");
  });

  it("that nobody knows are the dashboard", () => {
    expect(read("/agent/nonsense")).toEqual({ page: "dashboard" });
    expect(read("/agent/window")).toEqual({ page: "dashboard" });
  });
});
