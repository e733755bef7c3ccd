import { useRef } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import type { OwnChannel, PreferenceForm } from "./preferenceForm";

/** My Chat Channels as chips. A chip goes by its button, or by Delete and Backspace on it. */
export function ChannelChips({ form }: { form: PreferenceForm }) {
  const list = useRef<HTMLUListElement>(null);
  const adder = useRef<HTMLSelectElement>(null);
  const owned = form.channels.value;
  if (!owned) return <p class="muted small">{t("mine.loading")}</p>;
  if (owned.length === 0) return <p class="field__hint">{t("mine.noneOwned")}</p>;
  const ids = form.chosenChannels.value;
  const chosen = owned.filter(({ id }) => ids.includes(id));
  const rest = owned.filter(({ id }) => !ids.includes(id));
  const remove = (channel: OwnChannel, at: number) => {
    form.chooseChannels(ids.filter((id) => id !== channel.id));
    // The focus stays in the list, on what took the place.
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll("button") ?? [];
      (buttons[Math.min(at, buttons.length - 1)] ?? adder.current)?.focus();
    });
  };
  return (
    <div class="field">
      <label class="field__label" for="my-channels-add">
        {t("mine.channels")}
      </label>
      <div class="chips">
        <ul class="chips__list" aria-label={t("mine.channels")} ref={list}>
          {chosen.map((channel, at) => (
            <li key={channel.id} class="chip">
              {channel.name}
              <button
                type="button"
                aria-label={t("mine.removeChannel", { channel: channel.name })}
                onClick={() => remove(channel, at)}
                onKeyDown={(event) => {
                  if (event.key !== "Delete" && event.key !== "Backspace") return;
                  event.preventDefault();
                  remove(channel, at);
                }}
              >
                <Icon name="x" />
              </button>
            </li>
          ))}
        </ul>
        <select
          class="select select--sm chips__add"
          id="my-channels-add"
          ref={adder}
          disabled={rest.length === 0}
          aria-describedby="my-channels-hint"
          value=""
          onChange={(event) => {
            form.chooseChannels([...ids, event.currentTarget.value]);
            event.currentTarget.value = "";
          }}
        >
          <option value="">{t("mine.addChannel")}</option>
          {rest.map((channel) => (
            <option key={channel.id} value={channel.id}>
              {served(channel)}
            </option>
          ))}
        </select>
      </div>
      <ul class="chips__served">
        {chosen.map((channel) => (
          <li key={channel.id}>{served(channel)}</li>
        ))}
        {chosen.length === 0 && <li class="chips__none">{t("mine.noneChosen")}</li>}
      </ul>
      <p class="field__hint" id="my-channels-hint">
        {t("mine.channelsHint")}
      </p>
    </div>
  );
}

function served({ name, colleagues }: OwnChannel): string {
  return plural("mine.served", colleagues, { channel: name });
}
