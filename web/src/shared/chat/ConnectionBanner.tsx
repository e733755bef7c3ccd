import { useEffect, useMemo } from "preact/hooks";
import { plural, t } from "../i18n";
import { browserClock } from "../net/surroundings";
import { Icon } from "../ui/Icon";
import { now } from "../ui/time";
import type { ParleyClient } from "./client";
import { ConnectionNotice, type Notice } from "./connectionNotice";

/** Says how the connection stands when it does not stand well, and what was sent once it is back. */
export function ConnectionBanner({ client }: { client: ParleyClient }) {
  const watched = useMemo(() => new ConnectionNotice(client, browserClock), [client]);
  useEffect(() => watched.follow(), [watched]);
  const notice = watched.notice.value;
  return (
    <div role="status" class="connection">
      {notice.name !== "none" && <Banner notice={notice} tryNow={() => client.connection.tryNow()} />}
    </div>
  );
}

function Banner({ notice, tryNow }: { notice: Exclude<Notice, { name: "none" }>; tryNow: () => void }) {
  switch (notice.name) {
    case "lost":
      return (
        <div class="banner banner--warning">
          <Icon name="alert" />
          <Countdown retryAt={notice.retryAt} />
          <button type="button" class="connection__try" onClick={tryNow}>
            {t("chat.tryNow")}
          </button>
        </div>
      );
    case "connecting":
    case "catching-up":
      return (
        <div class="banner banner--info">
          <Icon name="refresh" />
          {t(notice.name === "connecting" ? "chat.connecting" : "chat.catchingUp")}
        </div>
      );
    case "back":
      return (
        <div class="banner banner--success">
          <Icon name="check" />
          {notice.sent > 0 ? plural("chat.backSent", notice.sent) : t("chat.back")}
        </div>
      );
  }
}

/** The seconds are for the eye: read out again every second they would drown everything else. */
function Countdown({ retryAt }: { retryAt: number }) {
  const seconds = Math.max(1, Math.ceil((retryAt - localTime()) / 1_000));
  return (
    <span>
      <span class="visually-hidden">{t("chat.lost")}</span>
      <span aria-hidden="true" class="num">
        {plural("chat.lostRetry", seconds)}
      </span>
    </span>
  );
}

/** This computer's own clock, on which the retry is planned; asks to be drawn again every second. */
function localTime(): number {
  now.value.valueOf();
  return Date.now();
}
