import { describe, expect, it } from "vitest";
import { piecesOf, plainOf, type Piece } from "./format";

function links(text: string): string[] {
  return piecesOf(text).flatMap((piece) => (piece.kind === "link" ? [piece.href] : []));
}

describe("message text", () => {
  it("may hold code, emphasis, strong words and line breaks", () => {
    expect(piecesOf("a `b*c*` *d* **e**\nf")).toEqual<Piece[]>([
      { kind: "text", text: "a " },
      { kind: "code", text: "b*c*" },
      { kind: "text", text: " " },
      { kind: "emphasis", pieces: [{ kind: "text", text: "d" }] },
      { kind: "text", text: " " },
      { kind: "strong", pieces: [{ kind: "text", text: "e" }] },
      { kind: "break" },
      { kind: "text", text: "f" },
    ]);
  });

  it("may hold blocks of code, in which nothing else is formatted", () => {
    expect(piecesOf("run\n```sh\nls *a*\n  `b`\n```\ndone")).toEqual<Piece[]>([
      { kind: "text", text: "run" },
      { kind: "break" },
      { kind: "block", text: "ls *a*\n  `b`" },
      { kind: "text", text: "done" },
    ]);
    expect(piecesOf("```x y```")).toEqual([{ kind: "block", text: "x y" }]);
    expect(piecesOf("``` ```").every((piece) => piece.kind !== "block")).toBe(true);
    expect(plainOf("a ```\nb\nc\n```")).toBe("a b c");
    expect(plainOf("```\na\n```\nb")).toBe("a b");
  });

  it("says where a link leads when its text does not", () => {
    const hosts = (text: string) =>
      piecesOf(text).flatMap((piece) => (piece.kind === "link" ? [piece.host ?? "as written"] : []));
    expect(hosts("[our page](https://a.example/x)")).toEqual(["a.example"]);
    expect(hosts("[https://bank.example/login](https://evil.example/)")).toEqual(["evil.example"]);
    expect(hosts("[a.example](https://a.example/x)")).toEqual(["as written"]);
    expect(hosts("https://bank.example@evil.example/")).toEqual(["evil.example"]);
    expect(hosts("https://b\u0430nk.example/")).toEqual(["xn--bnk-6cd.example"]);
    expect(hosts("HTTPS://Desk.example:8443/a?b#c")).toEqual(["as written"]);
    expect(hosts("[write](mailto:sales@c.example) sales@c.example")).toEqual([
      "sales@c.example",
      "as written",
    ]);
    expect(links("[x](javascript:alert(1)) [y](data:text/html,z)")).toEqual([]);
  });

  it("links mail addresses as they are written", () => {
    expect(links("Ask sales@c.example, or a.b+c@d-e.example.")).toEqual([
      "mailto:sales@c.example",
      "mailto:a.b+c@d-e.example",
    ]);
    expect(links("@maya a@b user@ @c.example")).toEqual([]);
  });

  it("leaves arithmetic and single stars alone", () => {
    for (const text of ["2 * 3 * 4", "a*b*c", "* item", "**", "5*", "`open"]) {
      expect(piecesOf(text)).toEqual([{ kind: "text", text }]);
    }
  });

  it("links web addresses and mail, without the punctuation around them", () => {
    expect(
      links("See https://a.example/x?y=1, (http://b.example/c_(d)) and mailto:sales@c.example."),
    ).toEqual(["https://a.example/x?y=1", "http://b.example/c_(d)", "mailto:sales@c.example"]);
    expect(links("*https://a.example/in*")).toEqual([]);
    expect(piecesOf("*see https://a.example/in*")[0]).toMatchObject({
      kind: "emphasis",
      pieces: [{ kind: "text" }, { kind: "link", href: "https://a.example/in" }],
    });
  });

  it("links nothing else", () => {
    const texts = [
      "javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "vbscript:x",
      "file:///etc/passwd",
      "https://",
      "http://[broken",
      "mailto:",
      "<a href='x'>x</a>",
      "java\nscript:alert(1)",
    ];
    for (const text of texts) expect(links(text), text).toEqual([]);
  });

  it("keeps every character of what was written", () => {
    const text = "<img src=x onerror=alert(1)> & 👩‍💻 שלום *kept* https://a.example/<b>";
    const flat = (pieces: Piece[]): string =>
      pieces
        .map((piece) => ("pieces" in piece ? `*${flat(piece.pieces)}*` : "text" in piece ? piece.text : "\n"))
        .join("");
    expect(flat(piecesOf(text))).toBe(text);
  });

  it("stands in a list without its marks, on one line", () => {
    expect(plainOf("a **b**\n`c` *d https://e.example/*")).toBe("a b c d https://e.example/");
  });

  it("stays quick on hostile text", () => {
    const started = performance.now();
    for (const unit of [
      "*",
      "`",
      "**a",
      "*a",
      "https://",
      "(",
      "mailto:)",
      "\n*",
      "```a",
      "````",
      "[a",
      "[a](https://",
      "a@",
      "a.a-",
    ]) {
      piecesOf(unit.repeat(4_000));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
