import { useEffect, useState } from "preact/hooks";
import { tokenAt, type Choice, type Source, type Token } from "./completion";

const MOST = 50;

export interface Completion {
  readonly source: Source;
  readonly token: Token;
  readonly choices: readonly Choice[];
  readonly active: number;
}

interface Use {
  sources: readonly Source[];
  text: string;
  caret: number | undefined;
  accept(choice: Choice, token: Token): void;
}

/** The list that belongs to the word before the caret, and the keys that work in it. */
export function useCompletion({ sources, text, caret, accept }: Use) {
  const [found, setFound] = useState<{ key: string; choices: readonly Choice[] }>();
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState("");
  const triggers = sources.map(({ trigger }) => trigger);
  const token = caret === undefined ? undefined : tokenAt(text, caret, triggers);
  const source = sources.find(({ trigger }) => trigger === token?.trigger);
  const key = token ? `${token.trigger}${token.start}:${token.query}` : "";
  const word = token ? `${token.trigger}${token.start}` : "";

  useEffect(() => {
    if (!token || !source) {
      setDismissed("");
      return;
    }
    let over = false;
    setActive(0);
    source.find(token.query).then(
      (choices) => {
        if (!over) setFound({ key, choices: choices.slice(0, MOST) });
      },
      // What cannot be fetched is not offered; the text is written all the same.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [key, source?.trigger]);

  const choices = found?.key === key ? found.choices : [];
  const open = token !== undefined && source !== undefined && choices.length > 0 && dismissed !== word;
  const list: Completion | undefined = open ? { source, token, choices, active } : undefined;

  /** True if the key was for the list. */
  const pressed = (event: KeyboardEvent): boolean => {
    if (!list || event.isComposing) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const choice = choices[active];
    const accepts = event.key === "Tab" || (event.key === "Enter" && !event.ctrlKey && !event.metaKey);
    if (move) setActive((active + move + choices.length) % choices.length);
    else if (event.key === "Escape") setDismissed(word);
    else if (accepts && !event.shiftKey && choice) accept(choice, list.token);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { list, pressed };
}
