import { t, type Key } from "../../shared/i18n";
import type { PresenceState } from "../../shared/net/wire";
import { Dialog } from "../../shared/ui/Dialog";
import { PresenceLabel } from "../../shared/ui/PresenceMark";
import { useDesk } from "../state/desk";
import { EVERYWHERE, SINGLE, type Everywhere, type Single } from "./bindings";
import { BoundKey, KeyLine } from "./BoundKey";
import "./shortcuts.css";

/** These are everybody's and cannot be changed. */
const FIXED: readonly [string, Key][] = [
  ["?", "keys.list"],
  ["Esc", "keys.escape"],
  ["↑ ↓ Home End", "keys.messages"],
  ["Enter", "keys.message"],
];

const SIGNS: readonly PresenceState[] = ["available", "away", "inactive", "unavailable", "offline"];

/** The keys of the console, each of which may be another one; the switch for single keys; and what the signs mean. */
export function ShortcutsDialog({ close }: { close: () => void }) {
  const desk = useDesk();
  const { preferences } = desk;
  const { singleKeys } = preferences.value.value;
  return (
    <Dialog title={t("keys.title")} width={560} onClose={close}>
      <div class="dialog__body dialog__form">
        <dl class="keys">
          {(Object.keys(EVERYWHERE) as Everywhere[]).map((name) => (
            <BoundKey key={name} name={name} />
          ))}
          {FIXED.map(([keys, text]) => (
            <KeyLine key={keys} keys={keys} text={t(text)} />
          ))}
        </dl>
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
        {singleKeys && (
          <dl class="keys">
            {(Object.keys(SINGLE) as Single[]).map((name) => (
              <BoundKey key={name} name={name} />
            ))}
          </dl>
        )}
        <h3>{t("keys.signs")}</h3>
        <dl class="keys">
          {SIGNS.map((presence) => (
            <div key={presence} class="keys__line">
              <dt>
                <PresenceLabel presence={presence} />
              </dt>
              <dd>{t(`keys.sign.${presence}`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
