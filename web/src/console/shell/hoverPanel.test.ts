import { describe, expect, it } from "vitest";
import { FakeClock } from "../../shared/testing/fakes";
import { HoverPanel } from "./hoverPanel";

function panel() {
  const clock = new FakeClock();
  return { clock, panel: new HoverPanel(clock) };
}

describe("the request panel", () => {
  it("opens after 150 ms of hovering, not before", () => {
    const { clock, panel: it } = panel();
    it.pointerEnters();
    clock.pass(149);
    expect(it.state.value).toBe("closed");
    clock.pass(1);
    expect(it.state.value).toBe("peeking");
  });

  it("stays closed when the pointer only passed over", () => {
    const { clock, panel: it } = panel();
    it.pointerEnters();
    clock.pass(100);
    it.pointerLeaves();
    clock.pass(1_000);
    expect(it.state.value).toBe("closed");
  });

  it("lets the pointer cross from the button into the panel", () => {
    const { clock, panel: it } = panel();
    it.pointerEnters();
    clock.pass(150);
    it.pointerLeaves();
    clock.pass(100);
    it.pointerEnters();
    clock.pass(1_000);
    expect(it.state.value).toBe("peeking");
    it.pointerLeaves();
    clock.pass(250);
    expect(it.state.value).toBe("closed");
  });

  it("is pinned by a press and closed by the next one", () => {
    const { clock, panel: it } = panel();
    it.pointerEnters();
    clock.pass(150);
    it.press();
    it.pointerLeaves();
    clock.pass(1_000);
    expect(it.state.value).toBe("pinned");
    it.press();
    expect(it.state.value).toBe("closed");
  });

  it("opens when the keyboard rests on its button, not when it passes, nor when the focus comes back", () => {
    const { clock, panel: it } = panel();
    it.focusEnters();
    clock.pass(100);
    it.focusLeaves();
    clock.pass(1_000);
    expect(it.state.value).toBe("closed");
    it.focusEnters();
    clock.pass(150);
    expect(it.state.value).toBe("peeking");
    it.close();
    it.focusEnters();
    clock.pass(1_000);
    expect(it.state.value).toBe("closed");
  });
});
