import { useSignal } from "@preact/signals";
import { plural, t } from "../../shared/i18n";
import { Button } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { useDesk } from "../state/desk";
import { Problem } from "./Problem";
import { useAnswer } from "./useAnswer";

interface OwnChannel {
  id: string;
  name: string;
  chosen: boolean;
  colleagues: number;
}

/** My Chat Channels: from which of his channels an agent gets requests. */
export function MyChannelsDialog({ close }: { close: () => void }) {
  const desk = useDesk();
  const { data, error } = useAnswer(() => desk.client.api.get<{ channels: OwnChannel[] }>("/me/channels"));
  const changed = useSignal<ReadonlyMap<string, boolean>>(new Map());
  const busy = useSignal(false);
  const failure = useSignal<unknown>(undefined);
  const channels = data.value?.channels ?? [];
  const chosen = (channel: OwnChannel) => changed.value.get(channel.id) ?? channel.chosen;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    busy.value = true;
    failure.value = undefined;
    try {
      await desk.setChannels(channels.filter(chosen).map((channel) => channel.id));
      close();
      desk.toasts.add({ kind: "success", title: t("channels.saved") });
    } catch (reason) {
      failure.value = reason;
    } finally {
      busy.value = false;
    }
  };
  return (
    <Dialog
      title={t("me.channels")}
      sub={t("channels.sub")}
      width={460}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          {channels.length > 0 && (
            <Button kind="primary" type="submit" form="my-channels" busy={busy.value}>
              {t("channels.save")}
            </Button>
          )}
        </>
      }
    >
      <form class="dialog__body dialog__form" id="my-channels" onSubmit={(event) => void save(event)}>
        <Problem error={failure.value ?? error.value} />
        {data.value && channels.length === 0 && <p class="empty">{t("channels.none")}</p>}
        <ul class="own-channels">
          {channels.map((channel) => (
            <li key={channel.id}>
              <label class="check">
                <input
                  class="checkbox"
                  type="checkbox"
                  checked={chosen(channel)}
                  onChange={(event) =>
                    (changed.value = new Map(changed.value).set(channel.id, event.currentTarget.checked))
                  }
                />
                <span class="stack">
                  <span>{channel.name}</span>
                  <span class="tiny muted">{plural("channels.colleagues", channel.colleagues)}</span>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
