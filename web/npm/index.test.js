import { afterEach, describe, expect, it, vi } from "vitest";

const place = { host: "https://chat.example.com", widget: "shop" };
const scripts = () => [...document.querySelectorAll("script[data-widget]")];

async function fresh() {
  vi.resetModules();
  return import("./index.js");
}

afterEach(() => {
  vi.unstubAllGlobals();
  scripts().forEach((script) => script.remove());
  delete window.Parley;
  vi.restoreAllMocks();
});

/** Scripts of the test's page are not loaded. */
function withoutNetwork() {
  const append = document.head.append.bind(document.head);
  vi.spyOn(document.head, "append").mockImplementation((script) => {
    script.type = "text/plain";
    append(script);
  });
}

describe("the package", () => {
  it("loads the script once, and queues what is said until it is there", async () => {
    withoutNetwork();
    const { boot, open, set } = await fresh();
    boot({ ...place, theme: "dark" });
    boot(place);
    open();
    set("plan", "large");
    expect(scripts().map(({ src, dataset }) => [src, dataset.widget])).toEqual([
      ["https://chat.example.com/widget/v1/loader.js", "shop"],
    ]);
    expect(window.Parley.q).toEqual([
      ["boot", { theme: "dark" }],
      ["boot", {}],
      ["open", undefined],
      ["set", "plan", "large"],
    ]);
  });

  it("speaks to the widget once it is there", async () => {
    const { get, on } = await fresh();
    window.Parley = vi.fn((command) => (command === "get" ? 3 : undefined));
    expect(get("unread")).toBe(3);
    const heard = () => undefined;
    on("open", heard)();
    expect(window.Parley.mock.calls).toEqual([
      ["get", "unread"],
      ["on", "open", heard],
      ["off", "open", heard],
    ]);
  });

  it("leaves the script of a snippet that is there already", async () => {
    const script = document.createElement("script");
    script.type = "text/plain";
    script.dataset.widget = "shop";
    document.head.append(script);
    const { boot } = await fresh();
    boot(place);
    expect(scripts().length).toBe(1);
  });

  it("does nothing on a server", async () => {
    vi.stubGlobal("window", undefined);
    const widget = await fresh();
    widget.boot(place);
    widget.open();
    expect(widget.get("open")).toBeUndefined();
    expect(typeof widget.on("open", () => undefined)).toBe("function");
    vi.unstubAllGlobals();
    expect(scripts()).toEqual([]);
  });

  it("knows every command that its types know", async () => {
    const widget = await fresh();
    const { readFileSync } = await import("node:fs");
    const types = readFileSync("npm/index.d.ts", "utf8");
    const declared = [...types.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
    expect(Object.keys(widget).sort()).toEqual([...declared].sort());
  });
});
