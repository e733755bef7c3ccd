import type { Locale } from "../../i18n";

export interface Emoji {
  readonly sign: string;
  readonly name: string;
  readonly words: string;
}

const files = import.meta.glob<string>("./{en,de,ar}.ts", { import: "default" });
const loaded = new Map<Locale, Promise<readonly Emoji[]>>();

/** About two hundred, with names in the language; fetched when somebody first asks for them. */
export function emojis(language: Locale): Promise<readonly Emoji[]> {
  const known = loaded.get(language);
  if (known) return known;
  const asked = read(language);
  loaded.set(language, asked);
  asked.catch(() => loaded.delete(language));
  return asked;
}

async function read(language: Locale): Promise<readonly Emoji[]> {
  const lines = (await files[`./${language}.ts`]?.()) ?? "";
  return lines.trim().split("\n").map(emojiOf);
}

function emojiOf(line: string): Emoji {
  const [sign = "", rest = ""] = split(line, " ");
  const [name = "", words = ""] = split(rest, "|");
  return { sign, name, words };
}

function split(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
}

/** Those of which a word begins so; a name comes before a search word. */
export function matching(all: readonly Emoji[], query: string): Emoji[] {
  const wanted = query.trim().toLocaleLowerCase().replace(/_/g, " ");
  if (wanted === "") return [...all];
  const begins = (text: string) => ` ${text.toLocaleLowerCase()}`.includes(` ${wanted}`);
  const named = all.filter(({ name }) => begins(name));
  return [...named, ...all.filter((emoji) => !named.includes(emoji) && begins(emoji.words))];
}
