import { useState } from "preact/hooks";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { Avatar } from "../ui/Avatar";
import { Button } from "../ui/Button";
import type { Portal } from "./portal";
import { AwayNote } from "./Away";
import { ChannelField } from "./ChannelField";
import {
  checkText,
  errorsOf,
  focusFirstError,
  MessageField,
  Problem,
  useDraft,
  type StartErrors,
} from "./startFields";
import { useChannel } from "./useChannel";

interface CustomerStartProps {
  portal: Portal;
  client: ParleyClient;
}

/** A signed-in customer starts a conversation with the desk; he never picks an agent. */
export function CustomerStart({ portal, client }: CustomerStartProps) {
  const [text, setText] = useDraft(`${client.me.id}.start`);
  const [channel, setChannel] = useChannel(portal);
  const [errors, setErrors] = useState<StartErrors>({});
  const [busy, setBusy] = useState(false);
  const start = async (form: HTMLFormElement): Promise<void> => {
    const found = checkText(text);
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(form);
    setBusy(true);
    try {
      await portal.startKnown(client, text.trim(), channel);
      setText("");
    } catch (error) {
      setErrors(errorsOf(error));
      setBusy(false);
      portal.loadDesk().catch(() => undefined);
    }
  };
  return (
    <form
      class="widget__body widget__body--pad"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void start(event.currentTarget);
      }}
    >
      <div class="row">
        <Avatar person={client.me} size="sm" />
        <span class="truncate">
          {t("window.signedInAs")} <b dir="auto">{client.me.name}</b>
        </span>
      </div>
      <ChannelField desk={portal.desk.value} value={channel} set={setChannel} />
      <MessageField value={text} set={setText} error={errors.text} />
      <AwayNote portal={portal} gone={errors.gone} />
      <Problem text={errors.general ?? ""} />
      <Button kind="primary" size="lg" block type="submit" busy={busy}>
        {t("window.start")}
      </Button>
    </form>
  );
}
