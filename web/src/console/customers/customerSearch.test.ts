import { beforeEach, describe, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import { FakeWorld } from "../../shared/testing/fakes";
import { CustomerSearch } from "./customerSearch";
import { mayChat, type CustomerUser } from "./customerUser";

const AT = "2025-10-14T08:00:00.000Z";

function user(name: string, change: Partial<CustomerUser> = {}): CustomerUser {
  return {
    id: name.toLowerCase(),
    kind: "customer_user",
    name,
    presence: "offline",
    reason: "gone",
    since: AT,
    login: name.toLowerCase(),
    email: `${name.toLowerCase()}@alpenhaus.example`,
    customer: { id: "c", number: "1", name: "Alpenhaus" },
    locale: "en",
    timeZone: "UTC",
    valid: true,
    mayChat: false,
    ...change,
  };
}

const names = (search: CustomerSearch) => search.rows.value.map(({ name }) => name);

/** Lets what was asked for be answered. */
const answered = () => new Promise((done) => setTimeout(done));

let world: FakeWorld;
let search: CustomerSearch;

beforeEach(() => {
  world = new FakeWorld();
  search = new CustomerSearch(new Api("agent", (path, init) => world.fetch(path, init)), world);
});

function answers(...pages: object[]): void {
  let next = 0;
  world.answer = () => ({ status: 200, body: pages[Math.min(next++, pages.length - 1)] });
}

const asked = () => world.requests.map(({ path }) => path.replace("/api/v1/customer-users?", ""));

describe("a search for customer users", () => {
  it("asks once somebody has stopped typing", async () => {
    answers({ customerUsers: [user("Lena")] });
    search.type("l");
    world.pass(200);
    search.type("lena & co");
    world.pass(249);
    expect(asked()).toEqual([]);
    expect(search.answered.value).toBeUndefined();
    world.pass(1);
    expect(search.busy.value).toBe(true);
    await answered();
    expect(asked()).toEqual(["limit=50&q=lena+%26+co"]);
    expect(names(search)).toEqual(["Lena"]);
    expect([search.answered.value, search.busy.value, search.more.value]).toEqual([
      "lena & co",
      false,
      false,
    ]);
  });

  it("drops an answer that a newer question has overtaken", async () => {
    const late: ((page: object) => void)[] = [];
    world.answer = () => new Promise((give) => late.push((page) => give({ status: 200, body: page })));
    const first = search.look("a");
    const second = search.look("ab");
    late[1]?.({ customerUsers: [user("Abel")] });
    await second;
    late[0]?.({ customerUsers: [user("Anna")] });
    await first;
    expect(names(search)).toEqual(["Abel"]);
    expect(search.answered.value).toBe("ab");
  });

  it("goes on behind the last row, and asks again for as many as are shown", async () => {
    const page = Array.from({ length: 50 }, (_, at) => user(`User${at}`));
    answers({ customerUsers: page, cursor: "user49" }, { customerUsers: [user("Zoe")] });
    await search.load();
    expect(search.more.value).toBe(true);
    await search.loadMore();
    expect(search.rows.value).toHaveLength(51);
    expect(search.more.value).toBe(false);
    await search.load();
    expect(asked()).toEqual(["limit=50", "limit=50&cursor=user49", "limit=51"]);
  });

  it("keeps what is shown when it fails, and says so until it works again", async () => {
    answers({ customerUsers: [user("Lena")] });
    await search.load();
    world.answer = () => ({ status: 503, body: { code: "unavailable" } });
    await search.look("x");
    expect(search.failure.value).toMatchObject({ code: "unavailable" });
    expect(names(search)).toEqual(["Lena"]);
    answers({ customerUsers: [] });
    await search.load();
    expect(search.failure.value).toBeUndefined();
    expect(names(search)).toEqual([]);
  });

  it("shows who comes and goes, and asks again after a break", async () => {
    answers({ customerUsers: [user("Lena"), user("Owen")] });
    await search.load();
    const { id, kind, name } = user("Lena");
    const now = { id, kind, name, presence: "available", reason: "active", since: AT } as const;
    search.hear({ type: "presence", people: [now] });
    expect(search.rows.value.map(({ presence }) => presence)).toEqual(["available", "offline"]);
    search.hear({ type: "live" });
    await answered();
    expect(asked()).toHaveLength(2);
  });
});

describe("whether somebody may be asked for a chat", () => {
  const here = user("Lena", { presence: "away", mayChat: true });

  it("is what the list of people says, which is newer", () => {
    expect(mayChat(here, undefined)).toBe(true);
    expect(mayChat(here, { mayChat: false })).toBe(false);
    expect(mayChat({ ...here, mayChat: false }, { mayChat: true })).toBe(true);
  });

  it("is no while he is not here, or may not sign in", () => {
    expect(mayChat({ ...here, presence: "offline" }, { mayChat: true })).toBe(false);
    expect(mayChat({ ...here, valid: false }, undefined)).toBe(false);
  });
});
