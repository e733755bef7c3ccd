import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import { Dialog } from "../../shared/ui/Dialog";
import { Icon } from "../../shared/ui/Icon";
import { useDesk } from "../state/desk";
import { commandsOf, matching, type Command } from "./commands";

/** Everything by typing: the dialog that Ctrl + K opens. */
export function Palette({ close }: { close: () => void }) {
  const desk = useDesk();
  const typed = useSignal("");
  const at = useSignal(0);
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const commands = commandsOf(desk);
  const shown = matching(commands, typed.value);
  const chosen = Math.min(at.value, shown.length - 1);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    // After the dialog has given the focus back, or what opens next would lose it again.
    setTimeout(command.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const move = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (move !== 0 && shown.length > 0) at.value = (chosen + move + shown.length) % shown.length;
    else if (event.key === "Enter") run(shown[chosen]);
    else if (typed.value === "") {
      const named = commands.find((command) => command.letter === event.key.toLowerCase());
      if (!named) return;
      run(named);
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("palette.title")} class="palette" width={560} onClose={close}>
      <div class="palette__field">
        <Icon name="search" />
        <input
          class="input input--lg"
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[chosen] ? `${id}-${shown[chosen].name}` : undefined}
          aria-autocomplete="list"
          aria-label={t("palette.label")}
          placeholder={t("palette.label")}
          autocomplete="off"
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            at.value = 0;
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ul class="palette__list" role="listbox" id={`${id}-list`} aria-label={t("palette.title")} ref={list}>
        {shown.map((command, index) => (
          <li
            key={command.name}
            id={`${id}-${command.name}`}
            class="palette__item"
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(command)}
          >
            <Icon name={command.icon} />
            <span class="truncate">{command.label}</span>
            {command.letter && <kbd class="kbd push">{command.letter.toUpperCase()}</kbd>}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p class="empty" role="status">
          {t("palette.none")}
        </p>
      )}
    </Dialog>
  );
}
