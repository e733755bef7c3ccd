import { render } from "preact";
import { afterEach, beforeAll, expect, it } from "vitest";
import { startTexts } from "../../shared/i18n";
import type { Visitor } from "./preview";
import { VisitorDetails } from "./VisitorDetails";

const AT = "2026-11-30T09:00:00.000Z";
const rosa: Visitor = {
  person: { id: "1", kind: "public_user", name: "Rosa" },
  email: "rosa@example.com",
  emailVerified: false,
  verified: false,
  page: { title: "Boots", url: "https://shop.example/boots" },
  attributes: [],
  tags: [],
  pages: [],
  events: [],
  earlier: [],
};

beforeAll(() => startTexts("console"));
afterEach(() => render(null, document.body));

function shown(visitor: Visitor): string[] {
  render(<VisitorDetails visitor={visitor} />, document.body);
  return [...document.body.querySelectorAll("dd, li, p")].map((line) =>
    (line.textContent ?? "").replace(/\s+/g, " ").trim(),
  );
}

it("marks everything that nobody vouches for", () => {
  const lines = shown({
    ...rosa,
    attributes: [{ name: "cart", value: 3, verified: false }],
    tags: ["vip"],
    events: [{ name: "coupon", data: { code: "X1" }, at: AT }],
  });
  expect(lines).toContain("rosa@example.com not verified");
  expect(lines).toContain("not signed in not verified");
  expect(lines).toContain("3 not verified");
  expect(lines).toContain("vip not verified");
  expect(document.body.querySelector("li")?.title).toBe("code: X1");
  expect(document.body.querySelectorAll(".badge--success")).toHaveLength(0);
});

it("tells what the page's server vouches for from what its scripts say", () => {
  const lines = shown({
    ...rosa,
    verified: true,
    emailVerified: true,
    customer: "Alpenhaus Sports GmbH",
    attributes: [
      { name: "member", value: true, verified: true },
      { name: "cart", value: 3, verified: false },
    ],
  });
  expect(lines).toContain("Alpenhaus Sports GmbH");
  expect(lines).toContain("rosa@example.com");
  expect(lines).toContain("verified");
  expect(lines).toContain("yes verified");
  expect(lines).toContain("3 not verified");
});

it("shows the pages he came by, the newest first", () => {
  const pages = [
    { title: "Home", at: AT },
    { url: "https://shop.example/boots", at: AT },
  ];
  shown({ ...rosa, pages });
  expect([...document.body.querySelectorAll("li .truncate")].map((page) => page.textContent)).toEqual([
    "https://shop.example/boots",
    "Home",
  ]);
});
