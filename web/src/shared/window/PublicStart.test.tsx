import { computed, signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startTexts } from "../i18n";
import { ApiError } from "../net/api";
import type { Desk } from "../net/wire";
import { channelOf, deskOf } from "../testing/fakes";
import { timeZone } from "../ui/time";
import type { Portal } from "./portal";
import { StartView } from "./StartView";

const NOW = Date.parse("2027-01-04T20:00:00Z");

let root: HTMLElement;
let desk: ReturnType<typeof signal<Desk | undefined>>;
let started: object[];
let refuses: ApiError | undefined;
let then: Desk | undefined;

beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setInterval", "clearInterval"] });
  timeZone.value = "Europe/Berlin";
  await startTexts("window", "chat");
  sessionStorage.clear();
  root = document.createElement("div");
  document.body.append(root);
  started = [];
  refuses = undefined;
  then = undefined;
});

afterEach(() => {
  render(null, root);
  root.remove();
  timeZone.value = undefined;
  vi.useRealTimers();
});

/** The part of a portal that a form looks at. */
function portal(now: Desk, pageTitle?: string): Portal {
  desk = signal<Desk | undefined>(now);
  return {
    desk,
    offered: computed(() => desk.value?.channels.filter(({ offered }) => offered) ?? []),
    customer: signal(undefined),
    known: signal(undefined),
    chatting: signal(undefined),
    suggested: signal({ form: 0 }),
    pageTitle: signal(pageTitle),
    loadDesk: async () => void (desk.value = then ?? desk.value),
    startPublic: async (start: object) => {
      if (refuses) throw refuses;
      started.push(start);
    },
  } as unknown as Portal;
}

const draw = (now: Desk, pageTitle?: string) =>
  act(() => render(<StartView portal={portal(now, pageTitle)} close={() => undefined} />, root));
const field = (id: string) => root.querySelector<HTMLInputElement>(`#${id}`);
const options = () => [...root.querySelectorAll("option")];
const settled = () => act(async () => new Promise((done) => setTimeout(done)));

async function write(id: string, text: string): Promise<void> {
  await act(() => {
    const input = field(id);
    if (!input) throw new Error(`no ${id}`);
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

async function submit(): Promise<void> {
  await act(() => root.querySelector<HTMLButtonElement>("[type=submit]")?.click());
  await settled();
}

describe("the start form of a public user", () => {
  it("says how many agents are there for the chosen channel", async () => {
    await draw(deskOf());
    expect(root.querySelector("#start-channel-hint")?.textContent).toBe("1 agent online");
  });

  it("lets only what is offered be chosen; the others come last and say why", async () => {
    const gone = channelOf("Billing", { offered: false, online: false, agents: 0 });
    const away = channelOf("Default", { online: false, agents: 0 });
    await draw(deskOf({ channels: [gone, away, channelOf("Sales")] }));
    expect(options().map((option) => [option.textContent, option.disabled])).toEqual([
      ["Sales", false],
      ["Default · away", false],
      ["Billing · nobody there right now", true],
    ]);
  });

  it("needs a name, and an email only where the widget wants one", async () => {
    await draw(deskOf({ prechat: { email: "required" } }));
    await write("start-message", "Hello");
    await submit();
    expect(root.textContent).toContain("Please enter a name");
    expect(root.textContent).toContain("Please give an email address");
    await draw(deskOf({ prechat: { email: "off" } }));
    expect(field("start-email")).toBeNull();
    await write("start-name", "Rosa");
    await submit();
    expect(started).toEqual([{ name: "Rosa", email: "", text: "Hello", channel: "sales" }]);
  });

  it("says in the desk's words how long it keeps what was said, and which page the agent sees", async () => {
    await draw(
      deskOf({ keepsDays: 90, texts: { privacy: "We never sell it.", greeting: "Ahoy!" } }),
      "Ridgeline 3",
    );
    expect(root.textContent).toContain("We never sell it.");
    expect(root.textContent).not.toContain("90 days");
    expect(root.querySelector(".page-note")?.textContent).toBe("The agent sees this page: Ridgeline 3");
    expect(root.querySelector(".widget__sub")?.textContent).toBe("Ahoy!");
    await draw(deskOf({ keepsDays: 90 }));
    expect(root.textContent).toContain("We keep the conversation for 90 days.");
    expect(root.querySelector(".page-note")).toBeNull();
  });
});

describe("a desk where nobody is", () => {
  const closed = deskOf({
    open: false,
    opensAt: "2027-01-05T07:00:00Z",
    channels: [
      channelOf("Sales", { offered: false, online: false }),
      channelOf("Billing", { offered: false, online: false }),
    ],
  });

  it("says when it opens again, in its own words if it has some", async () => {
    await draw(closed);
    await vi.waitUntil(() => root.querySelector(".widget__sub")?.textContent === "Back tomorrow at 8:00");
    expect(root.textContent).toContain("Nobody is available right now");
    expect(root.textContent).toContain("You can reach us again tomorrow at 8:00.");
    expect(root.querySelector("form")).toBeNull();
    await draw({ ...closed, texts: { nobody: "Gone hiking." } });
    expect(root.textContent).toContain("Gone hiking.");
  });

  it("shows the form as soon as somebody comes", async () => {
    await draw(closed);
    then = deskOf();
    await act(() => void vi.advanceTimersByTime(60_000));
    await settled();
    expect(root.querySelector("form")).not.toBeNull();
  });

  it("keeps a form that was open, with its text, and says so", async () => {
    await draw(deskOf());
    await write("start-name", "Rosa");
    await write("start-message", "Do you ship to Portugal?");
    refuses = new ApiError(409, "not_available");
    then = closed;
    await submit();
    expect(field("start-message")?.value).toBe("Do you ship to Portugal?");
    expect(root.querySelector("[role=alert]")?.textContent).toContain("Your text stays here.");
    expect(options()[0]?.textContent).toBe("Sales · opens tomorrow at 8:00");
  });

  it("says that the limit of an address opens again, and keeps the text", async () => {
    await draw(deskOf());
    await write("start-name", "Rosa");
    await write("start-message", "Hello");
    refuses = new ApiError(429, "limit", "", {}, undefined, 600);
    await submit();
    expect(root.querySelector("[role=alert]")?.textContent).toContain("Please try again later.");
    expect(field("start-message")?.value).toBe("Hello");
  });

  it("offers what else there is when only the chosen one has gone", async () => {
    await draw(deskOf());
    await write("start-name", "Rosa");
    await write("start-message", "Hello");
    refuses = new ApiError(409, "not_available");
    then = deskOf({
      channels: [channelOf("Sales", { offered: false, online: false }), channelOf("Billing")],
    });
    await submit();
    expect(root.querySelector("[role=alert]")?.textContent).toContain("Please choose something else.");
    expect(field("start-channel")?.value).toBe("billing");
  });
});
