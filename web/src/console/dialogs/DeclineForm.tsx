import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import type { ChatRequest } from "../../shared/net/wire";
import { Button } from "../../shared/ui/Button";
import { useDesk } from "../state/desk";

const LONGEST = 200;

interface DeclineFormProps {
  request: ChatRequest;
  back: () => void;
  close: () => void;
}

/** Says no, with a reason for whoever asked if there is one. */
export function DeclineForm({ request, back, close }: DeclineFormProps) {
  const desk = useDesk();
  const reason = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const decline = async () => {
    if (await desk.decline(request.chat, reason.value.trim())) close();
  };
  return (
    <form
      class="decline"
      onSubmit={(event) => {
        event.preventDefault();
        void decline();
      }}
    >
      <input
        ref={field}
        class="input"
        aria-label={t("request.declineReason")}
        placeholder={t("request.declineReason")}
        maxLength={LONGEST}
        value={reason.value}
        onInput={(event) => (reason.value = event.currentTarget.value)}
      />
      <Button onClick={back}>{t("common.cancel")}</Button>
      <Button kind="primary" type="submit">
        {t("request.decline")}
      </Button>
    </form>
  );
}
