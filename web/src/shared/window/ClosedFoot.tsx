import { useEffect, useRef } from "preact/hooks";
import type { ChatState } from "../chat/chatState";
import type { ParleyClient } from "../chat/client";
import { t } from "../i18n";
import { Button } from "../ui/Button";
import type { Portal } from "./portal";

interface ClosedFootProps {
  portal: Portal;
  client: ParleyClient;
  state: ChatState;
  /** The chat was closed while it was on screen: the composer that had the focus is gone. */
  takesFocus: boolean;
}

export function ClosedFoot({ portal, client, state, takesFocus }: ClosedFootProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus && document.activeElement === document.body) heading.current?.focus();
  }, []);
  const { reason } = state.chat.value;
  return (
    <div class="closed">
      <h3 class="closed__title" tabIndex={-1} ref={heading}>
        {t(`chat.reason.${reason ?? "closed"}`)}
      </h3>
      <Button kind="primary" size="lg" block onClick={() => portal.window.show({ name: "start" })}>
        {t("window.startNew")}
      </Button>
      {client.as === "customer" && (
        <Button kind="ghost" block onClick={() => portal.window.show({ name: "list" })}>
          {t("window.allConversations")}
        </Button>
      )}
    </div>
  );
}
