import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import type { Desk } from "../../shared/net/wire";
import { timeZone } from "../../shared/ui/time";
import type { Portal } from "../../shared/window/portal";
import { ChatCard } from "./ChatCard";

const day = [["08:00", "18:00"]] as const;
const week = { mon: day, tue: day, wed: day, thu: day, fri: day };
const sales = { id: "1", name: "Sales", offered: true, online: true, isDefault: true, agents: 1 };
let root: HTMLElement;

beforeAll(() => startTexts("external", "window"));

beforeEach(() => {
  timeZone.value = "Europe/Berlin";
  root = document.body.appendChild(document.createElement("div"));
});

afterEach(() => {
  render(null, root);
  root.remove();
  timeZone.value = undefined;
});

function shows(desk: Partial<Desk>): string {
  const channels = desk.channels ?? [];
  const portal = {
    desk: signal({ name: "Northwind", locale: "en", channels, ...desk }),
    offered: signal(channels.filter((channel) => channel.offered)),
    client: signal(undefined),
  };
  act(() => render(<ChatCard portal={portal as unknown as Portal} />, root));
  return root.textContent ?? "";
}

describe("the card that leads to the chat", () => {
  it("names the channels, and the hours below", () => {
    const text = shows({ open: true, channels: [sales], hours: { timeZone: "Europe/Berlin", week } });
    expect(text).toContain("Sales");
    expect(text).toContain("Start a conversation");
    expect(root.querySelector(".hours")?.textContent).toBe("Monday to Friday, 8:00 to 18:00");
  });

  it("names the time zone of the hours to readers elsewhere", () => {
    timeZone.value = "Asia/Tokyo";
    const text = shows({ open: true, channels: [sales], hours: { timeZone: "Europe/Berlin", week } });
    expect(text).toContain("Monday to Friday, 8:00 to 18:00 (Central European Time)");
  });

  it("says when a closed desk is back, and offers nothing meanwhile", () => {
    const at = new Date(Date.now() + 86_400_000).toISOString();
    const text = shows({ open: false, opensAt: at, channels: [{ ...sales, offered: false }] });
    expect(text).toMatch(/We are closed right now, and back tomorrow at \d+:\d\d\./);
    expect(root.querySelector("button")).toBeNull();
    expect(shows({ open: false })).toContain("We are closed right now.");
  });

  it("is not there if nothing is ever offered", () => {
    expect(shows({ channels: [] })).toBe("");
  });
});
