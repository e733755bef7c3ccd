import { useState } from "preact/hooks";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import type { Portal } from "./portal";
import { AwayNote } from "./Away";
import { ChannelField } from "./ChannelField";
import {
  checkEmail,
  checkName,
  checkText,
  errorsOf,
  focusFirstError,
  MessageField,
  PageNote,
  PrivacyLine,
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
  const desk = portal.desk.value;
  const asksEmail = desk?.prechat?.email ?? "optional";
  const start = async (form: HTMLFormElement): Promise<void> => {
    const found = { ...checkName(name), ...checkEmail(email, asksEmail === "required"), ...checkText(text) };
    setErrors(found);
    if (Object.keys(found).length > 0) return focusFirstError(form);
    setBusy(true);
    try {
      await portal.startPublic({
        name: name.trim(),
        email: asksEmail === "off" ? "" : email.trim(),
        text: text.trim(),
        ...(channel ? { channel } : {}),
      });
      setText("");
    } catch (error) {
      setErrors(errorsOf(error));
      setBusy(false);
      focusFirstError(form);
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
      {asksEmail !== "off" && (
        <TextField
          id="start-email"
          label={t(asksEmail === "required" ? "window.emailRequired" : "window.email")}
          value={email}
          set={setEmail}
          class="input--lg"
          type="email"
          autocomplete="email"
          error={errors.email}
          required={asksEmail === "required"}
        />
      )}
      <ChannelField desk={desk} value={channel} set={setChannel} />
      <MessageField value={text} set={setText} error={errors.text} />
      <PageNote title={portal.pageTitle.value} />
      <AwayNote portal={portal} gone={errors.gone} />
      <Problem text={errors.general ?? ""} />
      <PrivacyLine desk={desk} />
      <Button kind="primary" size="lg" block type="submit" busy={busy}>
        {t("window.start")}
      </Button>
    </form>
  );
}
