import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n";
import { IconButton } from "../../shared/ui/Button";
import { useDesk } from "../state/desk";
import {
  combinationOf,
  keysOf,
  LEADER,
  objection,
  SINGLE,
  written,
  type Bound,
  type Objection,
} from "./bindings";

interface KeyLineProps {
  keys: string;
  text: string;
  children?: ComponentChildren;
}

export function KeyLine({ keys, text, children }: KeyLineProps) {
  return (
    <div class="keys__line">
      <dt>
        <kbd class="kbd">
          <bdi>{keys}</bdi>
        </kbd>
      </dt>
      <dd class="keys__what">
        <span>{text}</span>
        {children}
      </dd>
    </div>
  );
}

/** What some keys do, with the way to choose other ones: press the button, then the keys. Escape leaves them as they were. */
export function BoundKey({ name }: { name: Bound }) {
  const { preferences, attempt } = useBound();
  const asking = useSignal(false);
  const led = useSignal(false);
  const wrong = useSignal<Objection | undefined>(undefined);
  const chosen = preferences.value.value.keys;
  const text = t(`keys.${name}`);
  const stop = () => (asking.value = led.value = false);
  const take = (keys: string) => {
    wrong.value = objection(name, keys, chosen);
    led.value = false;
    if (wrong.value) return;
    stop();
    attempt(() => preferences.save({ keys: { [name]: keys } }));
  };
  const press = (event: KeyboardEvent) => {
    if (!asking.value || event.key === "Tab") return stop();
    event.preventDefault();
    event.stopPropagation();
    const keys = combinationOf(event);
    if (!keys) return;
    if (keys === "Escape") return stop();
    if (name in SINGLE && keys === LEADER && !led.value) return (led.value = true);
    return take(led.value ? `${LEADER} ${keys}` : keys);
  };
  return (
    <KeyLine keys={asking.value ? t("keys.press") : written(keysOf(name, chosen))} text={text}>
      <IconButton
        icon="pencil"
        size="sm"
        label={t("keys.change", { what: text })}
        hint={t("keys.changeHint")}
        aria-pressed={asking.value}
        onClick={() => {
          wrong.value = undefined;
          asking.value = !asking.value;
        }}
        onKeyDown={press}
        onBlur={stop}
      />
      {wrong.value && (
        <p class="field__error" role="alert">
          {t(`keys.objection.${wrong.value}`)}
        </p>
      )}
      {chosen[name] && (
        <IconButton
          icon="refresh"
          size="sm"
          label={t("keys.reset", { what: text })}
          hint={t("keys.resetHint")}
          onClick={() => attempt(() => preferences.save({ keys: { [name]: null } }))}
        />
      )}
    </KeyLine>
  );
}

function useBound() {
  const desk = useDesk();
  return {
    preferences: desk.preferences,
    attempt: (work: () => Promise<unknown>) => void desk.attempt(work),
  };
}
