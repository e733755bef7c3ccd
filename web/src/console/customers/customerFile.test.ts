import { beforeEach, expect, it } from "vitest";
import { Api } from "../../shared/net/api";
import type { Presence } from "../../shared/net/wire";
import { chatOf, FakeWorld, jonas, lena, maya } from "../../shared/testing/fakes";
import { CustomerFile } from "./customerFile";
import type { CustomerChat, CustomerUser } from "./customerUser";

const AT = "2025-10-14T08:00:00.000Z";
const presence: Presence = { ...lena, presence: "offline", reason: "gone", since: AT };
const user: CustomerUser = {
  ...presence,
  login: "lena",
  email: "lena@alpenhaus.example",
  customer: { id: "c", number: "1", name: "Alpenhaus" },
  locale: "en",
  timeZone: "UTC",
  valid: true,
  mayChat: false,
  lastSeenAt: "2025-10-13T08:00:00.000Z",
};

function chat(id: string): CustomerChat {
  return {
    chat: id,
    channel: { id: "t", name: "Support" },
    status: "closed",
    reason: "closed",
    createdAt: AT,
    text: "hello",
    mayRead: true,
  };
}

const answered = () => new Promise((done) => setTimeout(done));

let world: FakeWorld;
let file: CustomerFile;
let pages: { chats: CustomerChat[]; cursor?: string }[];

beforeEach(() => {
  world = new FakeWorld();
  file = new CustomerFile(new Api("agent", (path, init) => world.fetch(path, init)), world, lena.id);
  pages = [{ chats: [chat("c1")] }];
  world.answer = (path) => ({
    status: 200,
    body: path.includes("/chats?") ? (pages.length > 1 ? pages.shift() : pages[0]) : user,
  });
});

const shown = () => file.chats.value?.map((each) => each.chat);
const asked = () => world.requests.map(({ path }) => path.replace("/api/v1/customer-users/lena", ""));

it("loads who he is and his chats", async () => {
  await file.load();
  expect(file.user.value).toEqual(user);
  expect(shown()).toEqual(["c1"]);
  expect(asked()).toEqual(["", "/chats?limit=50"]);
});

it("goes on behind the oldest chat", async () => {
  pages = [{ chats: [chat("c2")], cursor: "c2" }, { chats: [chat("c1")] }];
  await file.load();
  expect(file.more.value).toBe(true);
  await file.loadMore();
  expect(shown()).toEqual(["c2", "c1"]);
  expect(file.more.value).toBe(false);
  expect(asked().at(-1)).toBe("/chats?limit=50&cursor=c2");
});

it("keeps why it cannot be shown until it can", async () => {
  world.answer = () => ({ status: 404, body: { code: "not_found" } });
  await file.load();
  expect(file.failure.value).toMatchObject({ code: "not_found" });
  expect(file.user.value).toBeUndefined();
});

it("shows his presence as it changes, and when he was last seen only while he is not here", async () => {
  await file.load();
  file.hear({ type: "presence", people: [{ ...presence, presence: "available", reason: "active" }] });
  expect(file.user.value?.presence).toBe("available");
  expect(file.user.value?.lastSeenAt).toBeUndefined();
  const went = "2025-10-14T09:00:00.000Z";
  file.hear({ type: "presence", people: [{ ...presence, reason: "signed_out", since: went }] });
  expect(file.user.value?.lastSeenAt).toBe(went);
});

it("asks again for his chats a moment after one of them has changed, and not for those of others", async () => {
  await file.load();
  file.hear({ type: "chat", chat: chatOf({ requester: jonas }) });
  world.pass(1_000);
  expect(asked()).toHaveLength(2);
  pages = [{ chats: [chat("c2"), chat("c1")] }];
  file.hear({ type: "chat", chat: chatOf({ requester: maya, addressee: lena }) });
  file.hear({ type: "chat", chat: chatOf() });
  expect(asked()).toHaveLength(2);
  world.pass(300);
  await answered();
  expect(asked()).toHaveLength(3);
  expect(shown()).toEqual(["c2", "c1"]);
});

it("asks for nothing more once it is off the screen", async () => {
  await file.load();
  file.hear({ type: "chat", chat: chatOf() });
  file.stop();
  world.pass(1_000);
  expect(asked()).toHaveLength(2);
});
