import { t, type Key } from "../../shared/i18n";
import { Dialog } from "../../shared/ui/Dialog";
import { useDesk } from "../state/desk";

const always: readonly [string, Key][] = [
  ["Ctrl/⌘ + K", "keys.palette"],
  ["Ctrl/⌘ + /, ?", "keys.list"],
  ["F6, Shift + F6", "keys.regions"],
  ["Alt + ↑ ↓", "keys.conversations"],
  ["Shift + Alt + ↑ ↓", "keys.unread"],
  ["Esc", "keys.escape"],
  ["↑ ↓ Home End", "keys.messages"],
];

const single: readonly [string, Key][] = [
  ["J, K", "keys.conversations"],
  ["G D, G C", "keys.go"],
  ["/", "keys.search"],
  ["E", "keys.end"],
  ["N", "keys.note"],
];

/** The keys of the console, and the switch for those that need no second key. */
export function ShortcutsDialog({ close }: { close: () => void }) {
  const desk = useDesk();
  const { preferences } = desk;
  const { singleKeys } = preferences.value.value;
  return (
    <Dialog title={t("keys.title")} width={520} onClose={close}>
      <div class="dialog__body dialog__form">
        <KeyList keys={always} />
        <label class="check">
          <input
            class="checkbox"
            type="checkbox"
            data-autofocus
            checked={singleKeys}
            onChange={(event) =>
              void desk.attempt(() => preferences.save({ singleKeys: event.currentTarget.checked }))
            }
          />
          {t("keys.single")}
        </label>
        {singleKeys && <KeyList keys={single} />}
      </div>
    </Dialog>
  );
}

function KeyList({ keys }: { keys: readonly [string, Key][] }) {
  return (
    <dl class="keys">
      {keys.map(([combination, text]) => (
        <div key={combination} class="keys__line">
          <dt>
            <kbd class="kbd">
              <bdi>{combination}</bdi>
            </kbd>
          </dt>
          <dd>{t(text)}</dd>
        </div>
      ))}
    </dl>
  );
}
