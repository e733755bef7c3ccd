const words: Record<string, string> = { en: "Chat with us", de: "Chat mit uns", ar: "تحدث معنا" };

/** What the launcher says until the frame has told the words of the record. */
export function wordsFor([locale]: readonly string[]): string {
  return words[(locale as string).slice(0, 2)] ?? (words["en"] as string);
}
