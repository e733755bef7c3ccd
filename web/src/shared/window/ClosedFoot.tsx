import { useEffect, useRef } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import type { Portal } from "./portal";
import { SaveAndRate } from "./SaveAndRate";

interface ClosedFootProps {
  portal: Portal;
  client: ParleyClient;
  state: ChatState;
  /** The chat was closed while it was on screen: the composer that had the focus is gone. */
  takesFocus: boolean;
}

/** Below a closed chat: why it ended, and what can still be done with it. */
export function ClosedFoot({ portal, client, state, takesFocus }: ClosedFootProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const heading = box.current?.querySelector<HTMLElement>("[data-closed]");
    if (takesFocus && document.activeElement === document.body) heading?.focus();
  }, []);
  const { reason, acceptedAt } = state.chat.value;
  return (
    <div class="closed closed--rest" ref={box}>
      <p class="closed__reason" tabIndex={-1} data-closed={acceptedAt ? undefined : true}>
        {t(`chat.reason.${reason ?? "closed"}`)}
      </p>
      {acceptedAt && <SaveAndRate client={client} state={state} heading="h3" />}
      <Button
        kind={acceptedAt ? "soft" : "primary"}
        size="lg"
        block
        onClick={() => portal.window.show({ name: "start" })}
      >
        {t("window.startNew")}
      </Button>
    </div>
  );
}
