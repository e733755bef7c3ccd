import { describe, expect, it } from "vitest";
import { Tabs, type Browser, type Said } from "./tabs";

/** One browser with any number of tabs. */
class FakeBrowser {
  private readonly lines = new Set<(said: Said) => void>();
  private readonly waiting: (() => Promise<void>)[] = [];
  private held = false;

  tab() {
    const state = { focused: false, changed: (): void => undefined, hushed: 0 };
    const browser: Browser = {
      lock: (_name, held) => {
        this.waiting.push(held);
        void this.next();
      },
      line: (_name, heard) => {
        this.lines.add(heard);
        return {
          say: (words) => [...this.lines].filter((each) => each !== heard).forEach((each) => each(words)),
          close: () => this.lines.delete(heard),
        };
      },
      focused: () => state.focused,
      watchFocus: (changed) => {
        state.changed = changed;
        return () => (state.changed = () => undefined);
      },
    };
    const tabs = new Tabs("maya", browser, () => state.hushed++);
    const focus = (focused: boolean): void => {
      state.focused = focused;
      state.changed();
    };
    return { tabs, focus, state };
  }

  private async next(): Promise<void> {
    if (this.held) return;
    const held = this.waiting.shift();
    if (!held) return;
    this.held = true;
    await held();
    this.held = false;
    await this.next();
  }
}

const settle = () => new Promise((done) => setTimeout(done));

describe("the tabs of an agent", () => {
  it("are led by one; when it goes another leads", async () => {
    const browser = new FakeBrowser();
    const one = browser.tab();
    const two = browser.tab();
    expect([one.tabs.leading.value, two.tabs.leading.value]).toEqual([true, false]);
    one.tabs.stop();
    await settle();
    expect([one.tabs.leading.value, two.tabs.leading.value]).toEqual([false, true]);
  });

  it("know whether somebody looks at one of them", async () => {
    const browser = new FakeBrowser();
    const leader = browser.tab();
    const other = browser.tab();
    expect(leader.tabs.watched).toBe(false);
    other.focus(true);
    expect(leader.tabs.watched).toBe(true);
    other.focus(false);
    leader.focus(true);
    expect(leader.tabs.watched).toBe(true);
    leader.focus(false);
    other.focus(true);
    other.tabs.stop();
    expect(leader.tabs.watched).toBe(false);
  });

  it("ask around when the lead changes", async () => {
    const browser = new FakeBrowser();
    const first = browser.tab();
    const focused = browser.tab();
    focused.focus(true);
    const late = browser.tab();
    first.tabs.stop();
    await settle();
    focused.tabs.stop();
    await settle();
    expect(late.tabs.leading.value).toBe(true);
    expect(late.tabs.watched).toBe(false);
  });

  it("hush together", () => {
    const browser = new FakeBrowser();
    const one = browser.tab();
    const two = browser.tab();
    two.tabs.hush();
    expect([one.state.hushed, two.state.hushed]).toEqual([1, 1]);
  });
});
