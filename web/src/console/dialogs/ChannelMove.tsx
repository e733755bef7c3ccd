import { useSignal } from "@preact/signals";
import { t } from "../../shared/i18n";
import type { Channel } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { Field } from "../../shared/ui/Field";
import { Problem } from "./Problem";

interface ChannelMoveProps {
  channels: readonly Channel[];
  current: string;
  move: (channel: string, silent: boolean) => Promise<unknown>;
  moved?: () => void;
}

/** Chooses another channel, announced to everybody in the chat or silently. */
export function ChannelMove({ channels, current, move, moved }: ChannelMoveProps) {
  const others = channels.filter((channel) => channel.id !== current);
  const chosen = useSignal("");
  const to = others.some((channel) => channel.id === chosen.value) ? chosen.value : "";
  const silent = useSignal(false);
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (to === "") return document.getElementById("move-channel")?.focus();
    busy.value = true;
    failure.value = undefined;
    try {
      await move(to, silent.value);
      chosen.value = "";
      moved?.();
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  };
  if (others.length === 0) return <p class="small muted">{t("channel.noOther")}</p>;
  return (
    <form class="channel-move" onSubmit={(event) => void submit(event)}>
      <Problem error={failure.value} />
      <Field id="move-channel" label={t("channel.to")}>
        {/* A new one after each move, and nothing chosen: a list whose chosen entry has gone would show nothing. */}
        <select
          key={current}
          class="select"
          id="move-channel"
          value={to}
          onChange={(event) => (chosen.value = event.currentTarget.value)}
        >
          <option value="">{t("channel.choose")}</option>
          {others.map((channel) => (
            <option key={channel.id} value={channel.id}>
              {channel.name}
            </option>
          ))}
        </select>
      </Field>
      <label class="check small">
        <input
          class="checkbox"
          type="checkbox"
          checked={silent.value}
          onChange={(event) => (silent.value = event.currentTarget.checked)}
        />
        {t("channel.silent")}
      </label>
      <Button
        type="submit"
        size="sm"
        icon="swap"
        busy={busy.value}
        aria-disabled={chosen.value === "" || undefined}
      >
        {t("channel.move")}
      </Button>
    </form>
  );
}
