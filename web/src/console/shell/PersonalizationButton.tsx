import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { locale, locales, setLocale, t, type Locale } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";
import { Icon } from "../../shared/ui/Icon";
import { Popover } from "../../shared/ui/Popover";
import { PresenceMark } from "../../shared/ui/PresenceMark";
import { setTheme, theme, type Theme } from "../../shared/ui/theme";
import { unsubscribe } from "../notify/worker";
import { useDesk, type Availability, type OpenDialog } from "../state/desk";
import { address, follow } from "../state/router";
import type { Session } from "../state/session";

/** One's own avatar with presence; behind it the Personalization menu. */
export function PersonalizationButton({ session }: { session: Session }) {
  const desk = useDesk();
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        class="rail__me"
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open.value}
        onClick={() => (open.value = !open.value)}
      >
        <span class="visually-hidden">{t("me.button", { name: desk.me.value.name })}</span>
        <Avatar person={desk.me.value} presence={desk.ownPresence.value} />
      </button>
      {open.value && (
        <PersonalizationMenu anchor={button} session={session} close={() => (open.value = false)} />
      )}
    </>
  );
}

interface MenuProps {
  anchor: RefObject<HTMLElement | null>;
  session: Session;
  close: () => void;
}

function PersonalizationMenu({ anchor, session, close }: MenuProps) {
  const desk = useDesk();
  const me = desk.me.value;
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => content.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const show = (dialog: OpenDialog) => () => {
    close();
    desk.dialog.value = dialog;
  };
  const signOut = () =>
    void desk.attempt(async () => {
      await unsubscribe(desk.client.api).catch(() => undefined);
      await session.signOut();
    });
  return (
    <Popover anchor={anchor} placement="beside" label={t("me.menu")} class="me-menu" onClose={close}>
      <div ref={content}>
        <div class="me-menu__head">
          <Avatar person={me} presence={desk.ownPresence.value} size="lg" />
          <div class="stack">
            <span class="strong truncate">{me.name}</span>
            <span class="tiny muted truncate">{me.email}</span>
          </div>
        </div>
        <AvailabilityChoice />
        <div class="menu__sep" role="presentation" />
        <a
          class="menu__item"
          href={address({ page: "personalization" })}
          onClick={(event) => {
            close();
            follow({ page: "personalization" })(event);
          }}
        >
          <Icon name="settings" />
          {t("mine.title")}
        </a>
        <button class="menu__item" type="button" onClick={show({ name: "my-channels" })}>
          <Icon name="hash" />
          {t("me.channels")}
        </button>
        <button class="menu__item" type="button" onClick={show({ name: "sessions" })}>
          <Icon name="monitor" />
          {t("me.sessions")}
        </button>
        <div class="menu__sep" role="presentation" />
        <ThemeChoice />
        <LanguageChoice />
        <div class="menu__sep" role="presentation" />
        <button class="menu__item" type="button" onClick={signOut}>
          <Icon name="log-out" />
          {t("me.signOut")}
        </button>
      </div>
    </Popover>
  );
}

const choices = [
  { availability: "unavailable", presence: "unavailable" },
  { availability: "internal", presence: "available" },
  { availability: "external", presence: "available" },
] as const satisfies readonly { availability: Availability; presence: string }[];

function AvailabilityChoice() {
  const desk = useDesk();
  return (
    <fieldset class="me-menu__avail">
      <legend class="menu__heading">{t("availability.label")}</legend>
      {choices.map(({ availability, presence }) => (
        <label key={availability} class="me-menu__radio">
          <input
            class="radio"
            type="radio"
            name="availability"
            value={availability}
            checked={desk.me.value.availability === availability}
            aria-describedby={`availability-${availability}`}
            onChange={() => void desk.setAvailability(availability)}
          />
          <span class="stack">
            <span>{t(`availability.${availability}`)}</span>
            <span class="tiny muted" id={`availability-${availability}`}>
              {t(`availability.${availability}.text`)}
            </span>
          </span>
          <PresenceMark presence={presence} />
        </label>
      ))}
    </fieldset>
  );
}

const themes: readonly {
  name: Theme;
  icon: "sun" | "moon" | "monitor";
  text: "common.themeLight" | "common.themeDark" | "common.themeSystem";
}[] = [
  { name: "light", icon: "sun", text: "common.themeLight" },
  { name: "dark", icon: "moon", text: "common.themeDark" },
  { name: "system", icon: "monitor", text: "common.themeSystem" },
];

function ThemeChoice() {
  const desk = useDesk();
  return (
    <div class="me-menu__line">
      <span class="small secondary" id="theme-label">
        {t("me.theme")}
      </span>
      <div class="segmented" role="group" aria-labelledby="theme-label">
        {themes.map(({ name, icon, text }) => (
          <button
            key={name}
            type="button"
            aria-pressed={theme.value === name}
            aria-label={t(text)}
            title={t(text)}
            onClick={() => {
              setTheme(name);
              void desk.attempt(() => desk.preferences.save({ theme: name === "system" ? "auto" : name }));
            }}
          >
            <Icon name={icon} size="sm" />
          </button>
        ))}
      </div>
    </div>
  );
}

function LanguageChoice() {
  const desk = useDesk();
  return (
    <label class="me-menu__line">
      <span class="small secondary">{t("common.language")}</span>
      <select
        class="select select--sm"
        value={locale.value}
        onChange={(event) => {
          const language = event.currentTarget.value as Locale;
          void setLocale(language).then(() => desk.attempt(() => desk.preferences.save({ language })));
        }}
      >
        {Object.entries(locales).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
