// @vitest-environment node
import { execFileSync } from "node:child_process";
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** What docs/embedding.md tells must be what the types name, and its samples must do what it says of them. */
const manual = read("docs/embedding.md");
const types = ts.createSourceFile("index.d.ts", read("web/npm/index.d.ts"), ts.ScriptTarget.Latest);
const vectors = JSON.parse(read("server/src/test/resources/jwt-vectors.json")) as Vectors;

interface Vector {
  header: string;
  claims: string;
  token: string;
}
interface Vectors {
  widget: string;
  now: number;
  hs256: Vector & { secret: string };
  es256: Vector & { privateKey: string; publicKey: string };
  refused: { reason: string }[];
}

function read(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
}

/** What stands under this heading, up to the next one of its height. */
function section(heading: string): string {
  const [, text] = manual.split(`\n${heading}\n`);
  const height = heading.slice(0, heading.indexOf(" ") + 1);
  if (text === undefined) throw new Error(`No ${heading}`);
  return text.split(`\n${height}`)[0] ?? "";
}

/** The first block of code behind these words. */
function block(text: string, after: string): string {
  const [, code] = /```\w*\n([\s\S]*?)```/.exec(text.slice(text.indexOf(after))) ?? [];
  if (code === undefined) throw new Error(`No code behind ${after}`);
  return code;
}

/** The names in the first column of a section's table whose head begins with this word. */
function named(text: string, head: string): string[] {
  const rows =
    text
      .slice(text.indexOf(`| ${head} |`))
      .split("\n\n")[0]
      ?.split("\n")
      .slice(2) ?? [];
  const cells = rows.map((row) => row.split(" | ")[0] ?? "");
  return [
    ...new Set(cells.flatMap((cell) => [...cell.matchAll(/`([\w:]+)/g)].map(([, name]) => name ?? ""))),
  ];
}

function members(name: string): string[] {
  const found = types.statements.filter(ts.isInterfaceDeclaration).find((each) => each.name.text === name);
  if (!found) throw new Error(`No interface ${name}`);
  return found.members.map(({ name: member }) =>
    member && (ts.isIdentifier(member) || ts.isStringLiteral(member)) ? member.text : "",
  );
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replace(/\s/g, "-");
}

function sorted(names: string[]): string[] {
  return [...names].sort();
}

describe("the tables of the manual", () => {
  it.each([
    ["Settings", "## Settings", "Setting"],
    ["Commands", "## Commands", "Command"],
    ["Answers", "## Commands", "`get`"],
    ["Events", "## Events", "Event"],
  ])("name exactly the %s of the types", (type, heading, head) => {
    expect(sorted(named(section(heading), head))).toEqual(sorted(members(type)));
  });
});

describe("the manual", () => {
  it("tells every reason for which a token is refused", () => {
    const reasons = vectors.refused.map(({ reason }) => reason);
    expect(named(section("### Error codes"), "Code")).toEqual(expect.arrayContaining(reasons));
  });

  it("leads nowhere that is not there", () => {
    const prose = manual.replace(/```[\s\S]*?```/g, "");
    const anchors = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading ?? ""));
    const links = [...prose.matchAll(/\]\(#([^)]+)\)/g)].map(([, target]) => target);
    expect(links.filter((target) => !anchors.includes(target ?? ""))).toEqual([]);
  });
});

describe("the test vectors of the manual", () => {
  const printed = (vector: string, name: string): string => block(section(`### ${vector}`), `${name}:`);
  const oneLine = (text: string): string => text.replaceAll("\n", "");

  it.each([
    ["HS256 vector", vectors.hs256],
    ["ES256 vector", vectors.es256],
  ])("are those of the server's tests: %s", (heading, vector) => {
    expect(oneLine(printed(heading, "Header"))).toBe(vector.header);
    expect(oneLine(printed(heading, "Claims"))).toBe(vector.claims);
    expect(oneLine(printed(heading, "Token"))).toBe(vector.token);
  });

  it("come with their keys, widget and time", () => {
    expect(oneLine(printed("HS256 vector", "Secret"))).toBe(vectors.hs256.secret);
    expect(printed("ES256 vector", "Private key")).toBe(vectors.es256.privateKey);
    expect(printed("ES256 vector", "Public key")).toBe(vectors.es256.publicKey);
    expect(section("## Test vectors")).toContain(vectors.widget);
    expect(section("## Test vectors")).toContain(`${vectors.now}`);
  });
});

describe("the sample for Node", () => {
  const answer = (call: string): string =>
    execFileSync(process.execPath, ["--input-type=module"], {
      input: `${block(section("### Node"), "")}\nprocess.stdout.write(${call})`,
      encoding: "utf8",
    });

  it("makes exactly the token of the HS256 vector", () => {
    const { claims, secret, token } = vectors.hs256;
    expect(answer(`hs256(${claims}, ${JSON.stringify(secret)})`)).toBe(token);
  });

  it("makes a token that the public key of the ES256 vector verifies", () => {
    const { claims, privateKey, publicKey, token } = vectors.es256;
    const made = answer(`es256(${claims}, ${JSON.stringify(privateKey)})`);
    const content = made.slice(0, made.lastIndexOf("."));
    expect(content).toBe(token.slice(0, token.lastIndexOf(".")));
    const key = { key: createPublicKey(publicKey), dsaEncoding: "ieee-p1363" } as const;
    const signature = Buffer.from(made.slice(content.length + 1), "base64url");
    expect(verify("sha256", Buffer.from(content), key, signature)).toBe(true);
  });

  it("makes tokens that are good for minutes, and another one each time", () => {
    const customer = JSON.stringify({ id: "c-1", name: "Rosa", email: "rosa@example.com" });
    const [first, second] = [0, 1].map(() => {
      const made = answer(`visitorToken("shop", ${customer}, "secret")`);
      return JSON.parse(Buffer.from(made.split(".")[1] ?? "", "base64url").toString()) as Record<
        string,
        unknown
      >;
    });
    expect(first).toMatchObject({ aud: "shop", sub: "c-1", name: "Rosa", email: "rosa@example.com" });
    expect(Number(first?.["exp"]) - Number(first?.["iat"])).toBe(300);
    expect(first?.["jti"]).not.toBe(second?.["jti"]);
  });
});
