import { useRef, useState } from "preact/hooks";
import { locale, locales, setLocale, t, type Locale } from "../../shared/i18n";
import type { Me } from "../../shared/net/wire";
import { Avatar } from "../../shared/ui/Avatar";
import { BrandMark, Icon } from "../../shared/ui/Icon";
import { Menu } from "../../shared/ui/Menu";
import type { Portal } from "../../shared/window/portal";
import { signOut } from "../account";
import { following, go, route } from "../route";
import { focusSignIn } from "./AccountPage";

export function SiteHeader({ portal }: { portal: Portal }) {
  const customer = portal.customer.value;
  return (
    <header class="site">
      <div class="site__inner">
        <a class="brand" href="/" onClick={following({ name: "home" })}>
          <BrandMark />
          <span class="truncate">{portal.desk.value?.name}</span>
        </a>
        {customer && (
          <nav aria-label={t("external.nav")}>
            <a
              href="/"
              aria-current={route.value.name === "home" ? "page" : undefined}
              onClick={following({ name: "home" })}
            >
              {t("external.home")}
            </a>
          </nav>
        )}
        {customer ? (
          <Account me={customer.me} portal={portal} />
        ) : (
          portal.visitor.value.name !== "asking" && (
            <button type="button" class="btn btn--secondary push" onClick={toSignIn}>
              {t("external.signIn")}
            </button>
          )
        )}
      </div>
    </header>
  );
}

/** The form is on the page already, but on those about an account. */
function toSignIn(): void {
  if (!document.getElementById("sign-in-login")) go({ name: "home" });
  focusSignIn();
}

function Account({ me, portal }: { me: Me; portal: Portal }) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    void signOut(portal).then(() => go({ name: "home" }));
  };
  return (
    <>
      <button
        type="button"
        class="account push"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t("external.account", { name: me.name })}
        onClick={() => setOpen(!open)}
      >
        <Avatar person={me} />
        <span class="account__name truncate">{me.name}</span>
        <Icon name="chevron-down" />
      </button>
      {open && (
        <Menu
          label={t("external.account", { name: me.name })}
          anchor={button}
          groups={[[{ label: t("external.signOut"), icon: "log-out", choose: leave }]]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

export function SiteFooter({ portal }: { portal: Portal }) {
  const desk = portal.desk.value;
  if (!desk) return null;
  return (
    <footer class="foot">
      <span>{t("external.portal", { desk: desk.name })}</span>
      {desk.privacyUrl && (
        <a href={desk.privacyUrl} target="_blank" rel="noopener">
          {t("window.privacy")}
        </a>
      )}
      <label class="foot__language">
        <Icon name="globe" size="sm" />
        <span class="visually-hidden">{t("common.language")}</span>
        <select
          class="select select--sm"
          value={locale.value}
          onChange={(event) => void setLocale(event.currentTarget.value as Locale)}
        >
          {Object.entries(locales).map(([tag, name]) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}
