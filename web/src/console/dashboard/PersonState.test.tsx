import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { setLocale, startTexts } from "../../shared/i18n";
import { jonas } from "../../shared/testing/fakes";
import type { PersonRow } from "../state/people";
import { PersonState } from "./PersonState";

const START = Date.parse("2025-10-14T08:00:00.000Z");

beforeAll(() => startTexts("workplace"));
beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(async () => {
  render(null, document.body);
  vi.useRealTimers();
  await setLocale("en");
});

async function shows(row: Partial<PersonRow>, minutesAgo = 0): Promise<void> {
  const since = new Date(START - minutesAgo * 60_000).toISOString();
  const person: PersonRow = { ...jonas, presence: "away", reason: "idle", since, ...row };
  await act(() => render(<PersonState person={person} />, document.body));
}

function text(part: string): string | undefined {
  return document.body.querySelector(part)?.textContent ?? undefined;
}

describe("the state of a person", () => {
  it("says for how long he is away, and goes on counting", async () => {
    await shows({}, 12);
    expect(text(".status-label")).toBe("Away");
    expect(text(".person__since")).toBe("12 min");
    await act(() => void vi.advanceTimersByTime(60_000));
    expect(text(".person__since")).toBe("13 min");
    expect(text(".visually-hidden")).toBe("Away: no activity for 13 min");
  });

  it("tells those who hear it the whole reason, once", async () => {
    await shows({ presence: "unavailable", reason: "set_unavailable" }, 150);
    expect(text(".person__since")).toBe("2 hr");
    expect(text(".visually-hidden")).toBe("Unavailable: set by the agent, for 2 hr");
    expect(document.body.querySelector(".person__sign")?.getAttribute("aria-hidden")).toBe("true");
    expect(document.body.querySelector(".status-label")?.getAttribute("title")).toBe(
      "Unavailable: set by the agent, for 2 hr",
    );
  });

  it("counts nothing for who is there, nor where the server does not know", async () => {
    await shows({ presence: "available", reason: "active" }, 12);
    expect(text(".person__since")).toBeUndefined();
    render(null, document.body);
    const unknown: PersonRow = { ...jonas, presence: "offline", reason: "gone" };
    await act(() => render(<PersonState person={unknown} />, document.body));
    expect(text(".person__since")).toBeUndefined();
    expect(text(".visually-hidden")).toBe("Offline: no connection");
  });

  it("says so when it has just begun", async () => {
    await shows({ presence: "offline", reason: "signed_out" });
    expect(text(".person__since")).toBe("just now");
    expect(text(".visually-hidden")).toBe("Offline: signed out");
  });

  it("speaks the reader's language", async () => {
    await setLocale("de");
    await shows({ presence: "offline", reason: "gone" }, 3 * 24 * 60);
    expect(text(".person__since")).toBe("3 Tg.");
    expect(text(".visually-hidden")).toBe("Offline: keine Verbindung, seit 3 Tg.");
  });
});
