import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menu, type MenuItem } from "./Menu";

const chosen: string[] = [];
let page: HTMLElement;
let closed = 0;

function item(label: string, disabled?: string): MenuItem {
  return { label, choose: () => chosen.push(label), ...(disabled ? { disabled } : {}) };
}

function items(): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

function press(key: string): void {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  void act(() => void document.activeElement?.dispatchEvent(event));
}

beforeEach(() => {
  chosen.length = 0;
  closed = 0;
  page = document.createElement("div");
  document.body.append(page);
  HTMLElement.prototype.showPopover ??= () => undefined;
  const anchor = { current: document.createElement("button") };
  document.body.append(anchor.current);
  const groups = [[item("Invite"), item("Change channel", "Not now")], [], [item("Close chat")]];
  void act(() =>
    render(<Menu label="Actions" anchor={anchor} groups={groups} onClose={() => closed++} />, page),
  );
});

afterEach(() => {
  render(null, page);
  document.body.replaceChildren();
});

describe("a menu", () => {
  it("puts the focus on its first item", () => {
    expect(document.activeElement?.textContent).toBe("Invite");
  });

  it("moves the focus with the arrows", () => {
    press("ArrowDown");
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Close chat");
    press("ArrowDown");
    expect(document.activeElement?.textContent).toBe("Invite");
  });

  it("closes and does what was chosen", () => {
    items()[0]?.click();
    expect(chosen).toEqual(["Invite"]);
    expect(closed).toBe(1);
  });

  it("does nothing for what is impossible now, and says why", () => {
    items()[1]?.click();
    expect(chosen).toEqual([]);
    expect(items()[1]?.getAttribute("aria-disabled")).toBe("true");
    expect(items()[1]?.textContent).toContain("Not now");
  });

  it("draws a line only between groups that have items", () => {
    expect(page.querySelectorAll("[role=separator]")).toHaveLength(1);
  });

  it("closes on Tab", () => {
    press("Tab");
    expect(closed).toBe(1);
  });
});
