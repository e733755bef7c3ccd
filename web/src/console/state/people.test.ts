import { describe, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import type { PresenceState } from "../../shared/net/wire";
import { FakeClock } from "../../shared/testing/fakes";
import { found, keepOrder, People, sortPeople, type PersonRow } from "./people";

function person(name: string, presence: PresenceState, mayChat = false): PersonRow {
  return {
    id: name.toLowerCase(),
    kind: "agent",
    name,
    presence,
    reason: "active",
    since: "2025-10-14T08:00:00Z",
    mayChat,
  };
}

const names = (people: readonly { name: string }[]) => people.map((each) => each.name);

class FakePeople {
  asked = 0;
  agents = [person("Jonas", "away"), person("Maya", "available"), person("Aiko", "offline")];

  readonly api = new Api("agent", async () => {
    this.asked++;
    const answer = {
      agents: this.agents,
      customerUsers: [person("Lena", "available", true)],
      outOfOffice: [],
    };
    return new Response(JSON.stringify(answer), { headers: { "Content-Type": "application/json" } });
  });
}

describe("sorting people", () => {
  it("goes by presence, then by name", () => {
    const sorted = sortPeople([
      person("Zoe", "available"),
      person("Daniel", "offline"),
      person("Hannah", "unavailable"),
      person("Priya", "away"),
      person("Callum", "inactive"),
      person("Amélie", "available"),
    ]);
    expect(names(sorted)).toEqual(["Amélie", "Zoe", "Priya", "Callum", "Hannah", "Daniel"]);
  });

  it("can keep the order that is on screen; newcomers come last", () => {
    const people = [person("Aiko", "available"), person("Ben", "available"), person("Zoe", "available")];
    expect(names(keepOrder(people, ["zoe", "aiko"]))).toEqual(["Zoe", "Aiko", "Ben"]);
  });
});

describe("people", () => {
  it("are loaded and found by id", async () => {
    const people = new People(new FakePeople().api, new FakeClock());
    await people.load();
    expect(names(people.agents.value)).toEqual(["Maya", "Jonas", "Aiko"]);
    expect(people.presence("lena")?.mayChat).toBe(true);
    expect(people.presence("nobody")).toBeUndefined();
  });

  it("change places when their presence changes, and who may be asked is asked for again", async () => {
    const fake = new FakePeople();
    const clock = new FakeClock();
    const people = new People(fake.api, clock);
    await people.load();
    people.apply([person("Aiko", "available")]);
    expect(names(people.agents.value)).toEqual(["Aiko", "Maya", "Jonas"]);
    people.apply([person("Jonas", "available")]);
    clock.pass(1_500);
    expect(fake.asked).toBe(2);
  });

  it("are not asked for again when nothing moved", async () => {
    const fake = new FakePeople();
    const clock = new FakeClock();
    const people = new People(fake.api, clock);
    await people.load();
    people.apply([person("Maya", "available")]);
    clock.pass(10_000);
    expect(fake.asked).toBe(1);
  });

  it("are found by parts of name, company and channel, without regard to case and accents", () => {
    const people = [
      { ...person("Tomás Herrera", "available"), channels: ["Sales"] },
      { ...person("Lena Fischer", "available"), company: "Alpenhaus" },
    ];
    expect(names(found(people, " TOMAS "))).toEqual(["Tomás Herrera"]);
    expect(names(found(people, "alpen fisch"))).toEqual(["Lena Fischer"]);
    expect(names(found(people, "sales"))).toEqual(["Tomás Herrera"]);
    expect(names(found(people, ""))).toHaveLength(2);
    expect(names(found(people, "nobody"))).toEqual([]);
  });
});
