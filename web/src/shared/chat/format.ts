/** What message text may look like. Only these; everything else is shown as it was written. */
export type Piece =
  | { kind: "text"; text: string }
  | { kind: "break" }
  | { kind: "code"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "strong" | "emphasis"; pieces: Piece[] };

// One pass, and every alternative ends at a character it excludes: no text makes it slow.
const MARKS =
  /`(?<code>[^`\n]+)`|\*\*(?<strong>[^*\n]+)\*\*|\*(?<emphasis>[^*\n]+)\*|(?<link>(?:https?:\/\/|mailto:)[^\s<>"`]+)|(?<newline>\n)/giu;

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
  return piecesOf(text).map(plainPiece).join("");
}

function plainPiece(piece: Piece): string {
  if ("pieces" in piece) return piece.pieces.map(plainPiece).join("");
  return piece.kind === "break" ? " " : piece.text;
}

interface Found {
  piece: Piece;
  length: number;
}

function pieceOf(match: RegExpExecArray, text: string): Found | undefined {
  const { code, strong, emphasis, link, newline } = match.groups ?? {};
  const length = match[0].length;
  if (newline !== undefined) return { piece: { kind: "break" }, length };
  if (code !== undefined) return { piece: { kind: "code", text: code }, length };
  if (link !== undefined) return linkOf(link);
  const inner = strong ?? emphasis ?? "";
  if (!standsAlone(inner, text, match.index, length)) return undefined;
  return { piece: { kind: strong === undefined ? "emphasis" : "strong", pieces: piecesOf(inner) }, length };
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
  const href = safeAddress(address);
  return href === undefined
    ? undefined
    : { piece: { kind: "link", text: address, href }, length: address.length };
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
