import { beforeEach, describe, expect, it } from "vitest";
import { ApiError } from "../shared/net/api";
import type { Me } from "../shared/net/wire";
import { FakeClock } from "../shared/testing/fakes";
import { claimsOf, Identity } from "./identity";

const rosa: Me = { id: "rosa", kind: "public_user", name: "Rosa", verified: true };

let clock: FakeClock;
let said: string[];
let tokens: unknown[];
let answer: () => Promise<Me>;
let identity: Identity;

function token(seconds: number, sub = "Zoë"): string {
  const claims = JSON.stringify({ sub, exp: clock.now() / 1_000 + seconds });
  const bytes = Array.from(new TextEncoder().encode(claims), (byte) => String.fromCharCode(byte)).join("");
  return `e30.${btoa(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "")}.c2ln`;
}

beforeEach(() => {
  clock = new FakeClock();
  said = [];
  tokens = [];
  answer = () => Promise.resolve(rosa);
  identity = new Identity({
    clock,
    ask: () => Promise.resolve(tokens.shift()),
    present: (given) => {
      said.push(`present ${claimsOf(given).sub}`);
      return answer();
    },
    identified: (sub) => said.push(`identified ${sub}`),
    failed: (code) => said.push(`failed ${code}`),
  });
});

describe("a visitor whom the page knows", () => {
  it("is who the server says", async () => {
    tokens = [token(600)];
    expect(await identity.ask()).toBe(rosa);
    expect(said).toEqual(["present Zoë", "identified Zoë"]);
  });

  it("is asked for again a minute before the token expires", async () => {
    tokens = [token(600), token(1_200, "again")];
    await identity.ask();
    clock.pass(539_000);
    expect(tokens.length).toBe(1);
    clock.pass(1_000);
    await Promise.resolve();
    expect(tokens.length).toBe(0);
  });

  it("stays unknown where the page gives no token", async () => {
    tokens = [undefined];
    expect(await identity.ask()).toBeUndefined();
    expect(said).toEqual(["failed no_token"]);
  });

  it("stays unknown where the server refuses, and the page learns why", async () => {
    tokens = [token(600)];
    answer = () =>
      Promise.reject(new ApiError(401, "identity_refused" as never, "", { token: "replayed" as never }));
    expect(await identity.ask()).toBeUndefined();
    expect(said).toEqual(["present Zoë", "failed replayed"]);
  });

  it("is nobody any more when he has left meanwhile", async () => {
    tokens = [token(600)];
    const asking = identity.ask();
    identity.forget();
    expect(await asking).toBeUndefined();
    expect(said).toEqual([]);
  });
});

describe("claims", () => {
  it.each(["", "a", "a.b", "a.!!.c", "a.bnVsbA.c"])("of %o are nobody's", (odd) => {
    expect(claimsOf(odd)).toEqual({ sub: "", exp: Number.NaN });
  });
});
