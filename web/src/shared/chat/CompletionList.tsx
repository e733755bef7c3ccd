import { useEffect, useRef } from "preact/hooks";
import { plural, t } from "../i18n";
import { openParts, type Choice } from "./completion";
import type { Completion } from "./useCompletion";

interface CompletionListProps {
  id: string;
  completion: Completion;
  accept(choice: Choice): void;
}

/** Floats above the composer while a word asks for it; the focus stays in the text. */
export function CompletionList({ id, completion, accept }: CompletionListProps) {
  const { source, choices, active } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [active, choices]);
  const preview = choices[active]?.preview;
  return (
    <div class="canned">
      <p class="canned__head">
        {source.label}
        <span class="push canned__keys" aria-hidden="true">
          <kbd class="kbd">↑</kbd> <kbd class="kbd">↓</kbd> {t("chat.listChoose")} <kbd class="kbd">Tab</kbd>{" "}
          {t("chat.listInsert")}
        </span>
      </p>
      <div class="canned__list" role="listbox" id={id} aria-label={source.label} ref={list}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            class={source.trigger === "/" ? "canned__item" : "canned__item canned__item--name"}
            role="option"
            aria-selected={index === active}
            // The text keeps the focus, so that writing goes on where it was.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => accept(choice)}
          >
            {source.trigger === "/" ? <code dir="ltr">{choice.title}</code> : <span>{choice.title}</span>}
            <span class="truncate" dir="auto">
              {choice.text}
            </span>
          </div>
        ))}
      </div>
      {preview && (
        <p class="canned__preview" dir="auto">
          {openParts(preview).map((part, index) =>
            part.open ? <mark key={index}>{part.text}</mark> : <span key={index}>{part.text}</span>,
          )}
        </p>
      )}
      <span class="visually-hidden" role="status">
        {plural("chat.listCount", choices.length, { label: source.label })}
      </span>
    </div>
  );
}
