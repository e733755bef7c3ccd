import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startTexts } from "../../shared/i18n";
import { ConfirmPage } from "./ConfirmPage";
import { ResetPage } from "./ResetPage";

let answers: { status: number; body?: unknown }[];
let asked: { path: string; body: unknown }[];
let root: HTMLElement;

beforeAll(() => startTexts("account", "external"));

beforeEach(() => {
  answers = [];
  asked = [];
  root = document.body.appendChild(document.createElement("div"));
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    asked.push({ path, body: JSON.parse(String(init.body)) });
    const { status, body } = answers.shift() ?? { status: 503 };
    const text = body === undefined ? null : JSON.stringify(body);
    return new Response(text, { status, headers: { "Content-Type": "application/json" } });
  });
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

async function settled(): Promise<void> {
  await act(async () => {
    for (let i = 0; i < 5; i++) await Promise.resolve();
  });
}

async function shows(page: preact.ComponentChild): Promise<void> {
  act(() => render(page, root));
  await settled();
}

async function types(text: string): Promise<void> {
  const input = root.querySelector("input");
  if (!input) throw new Error("no field");
  act(() => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await act(async () => {
    root.querySelector("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  });
  await settled();
}

const refusal = (fields: Record<string, string>) => ({ status: 422, body: { code: "invalid", fields } });
const heading = () => root.querySelector("h1")?.textContent;

describe("the page behind the link of a registration", () => {
  it.each([
    ["used", "This link was used already"],
    ["expired", "This link has run out"],
    ["unknown", "This link does not work"],
  ])("says so if it is %s, and offers a new one", async (fault, title) => {
    answers = [refusal({ token: fault })];
    await shows(<ConfirmPage token="abc" />);
    expect(asked).toEqual([{ path: "/api/v1/registrations/confirm", body: { token: "abc" } }]);
    expect(heading()).toBe(title);
    expect(document.activeElement).toBe(root.querySelector("h1"));
    const links = [...root.querySelectorAll("a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual(["/register", "/"]);
  });

  it("asks for the password in another browser", async () => {
    answers = [
      refusal({ password: "required" }),
      refusal({ password: "unknown" }),
      refusal({ token: "used" }),
    ];
    await shows(<ConfirmPage token="abc" />);
    expect(heading()).toBe("Confirm your account");
    await types("wrong one");
    expect(asked[1]?.body).toEqual({ token: "abc", password: "wrong one" });
    expect(root.querySelector(".field__error")?.textContent).toBe(
      "This is not the password that was chosen.",
    );
    expect(root.querySelector("input")?.getAttribute("aria-invalid")).toBe("true");
    await types("right one");
    expect(heading()).toBe("This link was used already");
  });

  it("sends whoever has an account meanwhile to the sign-in", async () => {
    answers = [refusal({ email: "taken" })];
    await shows(<ConfirmPage token="abc" />);
    expect(root.textContent).toContain("There is an account for your email already");
  });

  it("can be tried again when the server could not be reached", async () => {
    answers = [{ status: 503, body: { code: "unavailable" } }, refusal({ token: "used" })];
    await shows(<ConfirmPage token="abc" />);
    await vi.waitUntil(() => root.querySelector("button"));
    act(() => root.querySelector("button")?.click());
    await vi.waitUntil(() => heading() === "This link was used already");
  });
});

describe("the page for a forgotten password", () => {
  it("says the same whether there is an account or not", async () => {
    answers = [{ status: 202 }];
    await shows(<ResetPage token={undefined} />);
    await types("lena@example.com");
    expect(heading()).toBe("Look into your mail");
    expect(root.textContent).toContain("If there is an account for lena@example.com");
    act(() => root.querySelector("button")?.click());
    expect(root.querySelector("input")?.value).toBe("lena@example.com");
  });

  it("changes the password and leads to the sign-in", async () => {
    answers = [refusal({ password: "format" }), { status: 204 }];
    await shows(<ResetPage token="abc" />);
    await types("lena is my name");
    expect(root.querySelector(".field__error")?.textContent).toBe("Not your name or email");
    await types("nine loud herons");
    expect(heading()).toBe("Your password is changed");
    expect(root.querySelector("a")?.getAttribute("href")).toBe("/");
  });

  it("offers a new link for one that has run out", async () => {
    answers = [refusal({ token: "expired" })];
    await shows(<ResetPage token="abc" />);
    await types("nine loud herons");
    expect(heading()).toBe("This link has run out");
    expect(root.querySelector("a")?.getAttribute("href")).toBe("/reset");
  });
});
