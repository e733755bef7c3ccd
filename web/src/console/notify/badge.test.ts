import { afterEach, describe, expect, it } from "vitest";
import { drawn, showBadge } from "./badge";

afterEach(() => document.head.replaceChildren());

describe("the badge", () => {
  it("stands on the icon while something waits, and goes with it", () => {
    const link = document.createElement("link");
    link.rel = "icon";
    link.href = "https://desk.example/favicon.svg";
    document.head.append(link);
    showBadge(3);
    expect(decodeURIComponent(link.href)).toContain(">3</text>");
    showBadge(0);
    expect(link.href).toBe("https://desk.example/favicon.svg");
  });

  it("shows no more than two digits", () => {
    expect(drawn(12)).toContain(">12</text>");
    expect(drawn(120)).toContain(">99+</text>");
  });
});
