import { describe, expect, it } from "vitest";
import { pathOf, routeOf, type Route } from "./route";

describe("addresses of the external interface", () => {
  it("lead to a page and back", () => {
    const routes: Route[] = [
      { name: "home" },
      { name: "conversation", id: "0198" },
      { name: "register" },
      { name: "reset" },
    ];
    for (const route of routes) expect(routeOf(pathOf(route))).toEqual(route);
  });

  it("hold the token of a link from a mail", () => {
    expect(routeOf("/register", "#abc-_1")).toEqual({ name: "register", token: "abc-_1" });
    expect(routeOf("/reset", "#abc-_1")).toEqual({ name: "reset", token: "abc-_1" });
    expect(routeOf("/reset", "#")).toEqual({ name: "reset" });
    expect(routeOf("/", "#main")).toEqual({ name: "home" });
  });

  it("that nobody knows lead home", () => {
    expect(routeOf("/nonsense")).toEqual({ name: "home" });
    expect(routeOf("/conversations")).toEqual({ name: "home" });
  });
});
