import { describe, expect, it } from "vitest";
import { Requests } from "../../shared/chat/requests";
import { Api } from "../../shared/net/api";
import type { ChatRequest } from "../../shared/net/wire";
import { FakeClock } from "../../shared/testing/fakes";

const mia = { id: "mia", kind: "agent", name: "Mia" } as const;

function request(chat: string, since: string): ChatRequest {
  const from = { id: `from-${chat}`, kind: "customer_user", name: "Owen" } as const;
  return { chat, kind: "customer", from, channel: { id: "c", name: "Sales" }, since, text: "Hello" };
}

function list(...requests: ChatRequest[]) {
  const clock = new FakeClock();
  const api = new Api("agent", async () => {
    return new Response(JSON.stringify({ requests }), { headers: { "Content-Type": "application/json" } });
  });
  return { clock, requests: new Requests(api, clock) };
}

const first = request("one", "2025-10-14T08:00:00Z");
const second = request("two", "2025-10-14T08:01:00Z");

describe("the request list", () => {
  it("shows the oldest first, whatever came first", () => {
    const { requests } = list();
    requests.apply({ type: "request", change: "added", chat: "two", request: second });
    requests.apply({ type: "request", change: "added", chat: "one", request: first });
    expect(requests.rows.value.map((row) => row.request.chat)).toEqual(["one", "two"]);
    expect(requests.count.value).toBe(2);
  });

  it("keeps a row somebody else took for five seconds, with the name, and counts it no longer", async () => {
    const { requests, clock } = list(first, second);
    await requests.load();
    requests.apply({ type: "request", change: "taken", chat: "one", by: mia });
    expect(requests.count.value).toBe(1);
    expect(requests.rows.value[0]).toMatchObject({ gone: true, takenBy: mia });
    clock.pass(4_999);
    expect(requests.rows.value).toHaveLength(2);
    clock.pass(1);
    expect(requests.rows.value.map((row) => row.request.chat)).toEqual(["two"]);
  });

  it("lets a row go without a name when nobody took it", async () => {
    const { requests, clock } = list(first);
    await requests.load();
    requests.apply({ type: "request", change: "gone", chat: "one" });
    expect(requests.rows.value[0]?.takenBy).toBeUndefined();
    clock.pass(5_000);
    expect(requests.rows.value).toEqual([]);
  });

  it("lets a row go at once that one has answered oneself", async () => {
    const { requests } = list(first, second);
    await requests.load();
    requests.answered("one");
    requests.apply({ type: "request", change: "gone", chat: "one" });
    expect(requests.rows.value.map((row) => row.request.chat)).toEqual(["two"]);
  });

  it("keeps a request that nobody has seen, however often one is reminded", async () => {
    const { requests } = list(first);
    await requests.load();
    requests.apply({ type: "request", change: "reminder", chat: "one" });
    expect(requests.count.value).toBe(1);
  });

  it("keeps a request that came back while its old row was going", async () => {
    const { requests, clock } = list(first);
    await requests.load();
    requests.apply({ type: "request", change: "gone", chat: "one" });
    requests.apply({ type: "request", change: "added", chat: "one", request: first });
    clock.pass(5_000);
    expect(requests.count.value).toBe(1);
  });

  it("says nothing of what is heard while one answers a request oneself", async () => {
    const { requests, clock } = list(first, second);
    await requests.load();
    const done = await requests.answer("one", async () => {
      requests.apply({ type: "request", change: "gone", chat: "one" });
      expect(requests.rows.value[0]?.gone).toBe(false);
      return true;
    });
    expect(done).toBe(true);
    clock.pass(0);
    expect(requests.rows.value.map((row) => row.request.chat)).toEqual(["two"]);
  });

  it("says who was first when one's own answer came too late", async () => {
    const { requests } = list(first);
    await requests.load();
    await requests.answer("one", async () => {
      requests.apply({ type: "request", change: "taken", chat: "one", by: mia });
      return false;
    });
    expect(requests.rows.value[0]).toMatchObject({ gone: true, takenBy: mia });
  });
});
