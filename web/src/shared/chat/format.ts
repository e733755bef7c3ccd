/** What message text may look like. Only these; everything else is shown as it was written. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "code" | "block"; text: string }
  /** `host` is where it leads, named when its text does not say so. */
  | { kind: "link"; text: string; href: string; host?: string }
  | { kind: "strong" | "emphasis"; pieces: Piece[] };

// One pass, and every alternative ends at a character it excludes: no text makes it slow.
const MARKS = new RegExp(
  [
    /```(?<block>(?:[^`]|`(?!``))+)```\n?/,
    /`(?<code>[^`\n]+)`/,
    /\*\*(?<strong>[^*\n]+)\*\*/,
    /\*(?<emphasis>[^*\n]+)\*/,
    /\[(?<label>[^[\]\n]+)\]\((?<target>(?:https?:\/\/|mailto:)[^\s<>"`()]+)\)/,
    /(?<link>(?:https?:\/\/|mailto:)[^\s<>"`]+)/,
    /(?<![\w.+-])(?<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)/,
    /(?<newline>\n)/,
  ]
    .map((each) => each.source)
    .join("|"),
  "giu",
);

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const match of text.matchAll(MARKS)) {
    const found = pieceOf(match, text);
    if (!found) continue;
    if (match.index > done) pieces.push({ kind: "text", text: text.slice(done, match.index) });
    pieces.push(found.piece);
    done = match.index + found.length;
  }
  if (done < text.length) pieces.push({ kind: "text", text: text.slice(done) });
  return pieces;
}

/** The same without its marks, on one line: for lists and titles. */
export function plainOf(text: string): string {
  return piecesOf(text).map(plainPiece).join("").trim();
}

function plainPiece(piece: Piece): string {
  if ("pieces" in piece) return piece.pieces.map(plainPiece).join("");
  if (piece.kind === "block") return `${piece.text.replaceAll("\n", " ")} `;
  return piece.kind === "break" ? " " : piece.text;
}

interface Found {
  piece: Piece;
  length: number;
}

function pieceOf(match: RegExpExecArray, text: string): Found | undefined {
  const { block, code, label, target, link, mail, newline } = match.groups ?? {};
  const length = match[0].length;
  if (newline !== undefined) return { piece: { kind: "break" }, length };
  if (block !== undefined) return blockOf(block, length);
  if (code !== undefined) return { piece: { kind: "code", text: code }, length };
  if (label !== undefined && target !== undefined) return namedLinkOf(label, target, length);
  if (link !== undefined) return linkOf(link);
  if (mail !== undefined) return mailOf(mail);
  return emphasisOf(match, text);
}

function emphasisOf(match: RegExpExecArray, text: string): Found | undefined {
  const { strong, emphasis } = match.groups ?? {};
  const length = match[0].length;
  const inner = strong ?? emphasis ?? "";
  if (!standsAlone(inner, text, match.index, length)) return undefined;
  return { piece: { kind: strong === undefined ? "emphasis" : "strong", pieces: piecesOf(inner) }, length };
}

/** The line of the opening fence holds at most the name of a language, which nobody needs to read. */
function blockOf(block: string, length: number): Found | undefined {
  const text = block.replace(/^[\w+-]*\n/u, "").replace(/\n$/u, "");
  return text.trim() === "" ? undefined : { piece: { kind: "block", text }, length };
}

/** `2 * 3 * 4` and `a*b*c` are arithmetic, not emphasis. */
function standsAlone(inner: string, text: string, start: number, length: number): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const before = text[start - 1] ?? " ";
  const after = text[start + length] ?? " ";
  return inner.trim() === inner && !letter.test(before) && !letter.test(after);
}

function linkOf(raw: string): Found | undefined {
  const address = withoutTrailingPunctuation(raw);
  const piece = linkTo(address, address);
  return piece && { piece, length: address.length };
}

function mailOf(raw: string): Found | undefined {
  const address = raw.replace(/[.-]+$/u, "");
  const piece = linkTo(`mailto:${address}`, address);
  return piece && { piece, length: address.length };
}

function namedLinkOf(label: string, target: string, length: number): Found | undefined {
  const piece = linkTo(target, label);
  return piece && { piece, length };
}

function linkTo(address: string, text: string): Piece | undefined {
  const href = safeAddress(address);
  if (href === undefined) return undefined;
  const leadsTo = hostOf(href);
  return { kind: "link", text, href, ...(namesHost(text, href, leadsTo) ? {} : { host: leadsTo }) };
}

/** A mail address is its own target; a look-alike letter or a name before @ shows in the host. */
function hostOf(href: string): string {
  const { protocol, hostname, pathname } = new URL(href);
  return protocol === "mailto:" ? pathname : hostname;
}

function namesHost(text: string, href: string, host: string): boolean {
  if (new URL(href).username !== "") return false;
  const said = text.replace(/^(?:https?:\/\/|mailto:)/iu, "");
  const name = href.startsWith("mailto:") ? said.split("?")[0] : said.split(/[/?#:]/u)[0];
  return name?.toLowerCase() === host.toLowerCase();
}

function withoutTrailingPunctuation(raw: string): string {
  const trimmed = raw.replace(/[.,:;!?'*\]}]+$/u, "");
  const closed = (trimmed.match(/\)/gu) ?? []).length > (trimmed.match(/\(/gu) ?? []).length;
  return closed && trimmed.endsWith(")") ? withoutTrailingPunctuation(trimmed.slice(0, -1)) : trimmed;
}

function safeAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href, hostname, pathname } = new URL(address);
  if (protocol === "mailto:") return pathname.includes("@") ? href : undefined;
  return (protocol === "https:" || protocol === "http:") && hostname !== "" ? href : undefined;
}
