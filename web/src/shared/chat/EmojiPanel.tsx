import { useEffect, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import { locale, t } from "../i18n";
import { Popover } from "../ui/Popover";
import { emojis, matching, type Emoji } from "./emoji/emoji";

interface EmojiPanelProps {
  anchor: RefObject<HTMLElement | null>;
  choose(sign: string): void;
  onClose(): void;
}

const COLUMNS = 8;

/** A small panel to pick an emoji from; type to search, arrows move. */
export default function EmojiPanel({ anchor, choose, onClose }: EmojiPanelProps) {
  const [all, setAll] = useState<readonly Emoji[]>([]);
  const [failed, setFailed] = useState(false);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const language = locale.value;
  useEffect(() => {
    emojis(language).then(setAll, () => setFailed(true));
  }, [language]);
  useEffect(() => search.current?.focus(), []);
  const found = matching(all, query);
  const at = Math.min(active, found.length - 1);

  const move = (event: KeyboardEvent) => {
    const next = nextInGrid(event.key, at, found.length, document.documentElement.dir === "rtl");
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) search.current?.focus();
    else setActive(next);
    grid.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <Popover anchor={anchor} placement="above-start" label={t("chat.emoji")} class="emoji" onClose={onClose}>
      <input
        class="input input--sm"
        type="search"
        ref={search}
        aria-label={t("chat.emojiSearch")}
        placeholder={t("chat.emojiSearch")}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === "ArrowDown") grid.current?.querySelector<HTMLElement>("button")?.focus();
          else if (event.key === "Enter" && !event.isComposing && first) choose(first.sign);
          else return;
          event.preventDefault();
        }}
      />
      <div class="emoji__grid" role="group" aria-label={t("chat.emoji")} ref={grid} onKeyDown={move}>
        {found.map((emoji, index) => (
          <button
            key={emoji.sign}
            type="button"
            class="emoji__one"
            tabIndex={index === at ? 0 : -1}
            aria-label={emoji.name}
            title={emoji.name}
            onClick={() => choose(emoji.sign)}
          >
            {emoji.sign}
          </button>
        ))}
      </div>
      <p class="emoji__none" role="status">
        {failed ? t("chat.emojiFailed") : all.length > 0 && found.length === 0 && t("chat.emojiNone")}
      </p>
    </Popover>
  );
}

/** Where an arrow leads; -1 is the search field above the first row. */
export function nextInGrid(key: string, at: number, count: number, rightToLeft: boolean): number | undefined {
  const forward = rightToLeft ? "ArrowLeft" : "ArrowRight";
  const backward = rightToLeft ? "ArrowRight" : "ArrowLeft";
  if (key === forward) return Math.min(at + 1, count - 1);
  if (key === backward) return Math.max(at - 1, 0);
  if (key === "ArrowDown") return Math.min(at + COLUMNS, count - 1);
  if (key === "ArrowUp") return at < COLUMNS ? -1 : at - COLUMNS;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : undefined;
}
