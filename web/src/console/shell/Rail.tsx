import { useMemo, useRef } from "preact/hooks";
import { plural, t } from "../../shared/i18n";
import { BrandMark, Icon, type IconName } from "../../shared/ui/Icon";
import { RequestsPopover } from "../requests/RequestsPopover";
import { useDesk } from "../state/desk";
import { address, follow, place, type Place } from "../state/router";
import type { Session } from "../state/session";
import { HoverPanel } from "./hoverPanel";
import { PersonalizationButton } from "./PersonalizationButton";

/** The organizer sidebar: oneself, the pages, the chat symbol. */
export function Rail({ session }: { session: Session }) {
  const desk = useDesk();
  return (
    <nav class="rail" data-popover-edge data-region aria-label={t("rail.label")}>
      <PersonalizationButton session={session} />
      <div class="rail__nav">
        <RailLink to={{ page: "dashboard" }} icon="dashboard" label={t("rail.dashboard")} />
        <RailLink to={{ page: "chats" }} icon="chats" label={t("rail.chats")} />
        <RailLink to={{ page: "customers" }} icon="users" label={t("rail.customers")} />
        {desk.me.value.admin && <RailLink to={{ page: "admin" }} icon="settings" label={t("rail.admin")} />}
        <div class="rail__sep" role="presentation" />
        <RequestsButton />
      </div>
      <div class="rail__foot">
        <span class="rail__logo">
          <BrandMark label="Parley" />
        </span>
      </div>
    </nav>
  );
}

function RailLink({ to, icon, label }: { to: Place; icon: IconName; label: string }) {
  const current = place.value.page === to.page;
  return (
    <a class="rail__item" href={address(to)} aria-current={current ? "page" : undefined} onClick={follow(to)}>
      <Icon name={icon} />
      {label}
    </a>
  );
}

function RequestsButton() {
  const desk = useDesk();
  const panel = useMemo(() => new HoverPanel(), []);
  const button = useRef<HTMLButtonElement>(null);
  const count = desk.client.requests.count.value;
  const open = panel.state.value !== "closed";
  return (
    <>
      <button
        ref={button}
        class="rail__item"
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? "requests-popover" : undefined}
        onPointerEnter={(event) => event.pointerType === "mouse" && panel.pointerEnters()}
        onPointerLeave={() => panel.pointerLeaves()}
        onFocus={(event) => event.currentTarget.matches(":focus-visible") && panel.focusEnters()}
        onBlur={() => panel.focusLeaves()}
        onClick={() => panel.press()}
      >
        <Icon name="request-live" />
        {t("rail.requests")}
        {count > 0 && (
          <span class="rail__badge">
            <span aria-hidden="true">{count}</span>
            <span class="visually-hidden">{plural("request.open", count)}</span>
          </span>
        )}
      </button>
      {open && <RequestsPopover id="requests-popover" anchor={button} panel={panel} />}
      <span class="visually-hidden" role="status">
        {plural("request.open", count)}
      </span>
    </>
  );
}
