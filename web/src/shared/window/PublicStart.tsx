import { useState } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import type { Portal } from "./portal";
import {
  ChannelField,
  checkName,
  checkText,
  errorsOf,
  focusFirstError,
  KeepsLine,
  MessageField,
  Problem,
  useDraft,
  type StartErrors,
} from "./startFields";
import { useChannel } from "./useChannel";

/** Whoever gives a name may ask; the email is for an answer later. */
export function PublicStart({ portal }: { portal: Portal }) {
  const [name, setName] = useDraft("public.name");
  const [email, setEmail] = useDraft("public.email");
  const [text, setText] = useDraft("public.start");
  const [channel, setChannel] = useChannel(portal);
  const [errors, setErrors] = useState<StartErrors>({});
  const [busy, setBusy] = useState(false);
  const start = async (form: HTMLFormElement): Promise<void> => {
    const found = { ...checkName(name), ...checkText(text) };
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(form);
    setBusy(true);
    try {
      await portal.startPublic({
        name: name.trim(),
        email: email.trim(),
        text: text.trim(),
        ...(channel ? { channel } : {}),
      });
      setText("");
    } catch (error) {
      setErrors(errorsOf(error));
      setBusy(false);
      focusFirstError(form);
    }
  };
  const desk = portal.desk.value;
  return (
    <form
      class="widget__body widget__body--pad"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void start(event.currentTarget);
      }}
    >
      <TextField
        id="start-name"
        label={t("window.name")}
        value={name}
        set={setName}
        class="input--lg"
        autocomplete="name"
        error={errors.name}
        required
      />
      <TextField
        id="start-email"
        label={t("window.email")}
        value={email}
        set={setEmail}
        class="input--lg"
        type="email"
        autocomplete="email"
        error={errors.email}
      />
      <ChannelField channels={portal.offered.value} value={channel} set={setChannel} />
      <MessageField value={text} set={setText} error={errors.text} />
      <Problem text={errors.general ?? ""} />
      <KeepsLine days={desk?.keepsDays} privacyUrl={desk?.privacyUrl} />
      <Button kind="primary" size="lg" block type="submit" busy={busy}>
        {t("window.start")}
      </Button>
    </form>
  );
}
