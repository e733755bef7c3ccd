import type { ComponentChildren } from "preact";
import { t } from "../../shared/i18n";
import { following, pathOf } from "../route";
import "../account.css";

/** One narrow card: forms about an account. */
export function AccountPage({ children }: { children: ComponentChildren }) {
  return (
    <div class="narrow">
      <section class="card account-card">{children}</section>
    </div>
  );
}

export function SignInLink() {
  const to = { name: "home" } as const;
  const follow = (event: MouseEvent): void => {
    following(to)(event);
    if (event.defaultPrevented) focusSignIn();
  };
  return (
    <a href={pathOf(to)} onClick={follow}>
      {t("account.toSignIn")}
    </a>
  );
}

/** Puts the reader into the sign-in form, once it is there. */
export function focusSignIn(): void {
  requestAnimationFrame(() => document.getElementById("sign-in-login")?.focus());
}

export function ResetLink({ text }: { text: string }) {
  const to = { name: "reset" } as const;
  return (
    <a href={pathOf(to)} onClick={following(to)}>
      {text}
    </a>
  );
}

export function RegisterLink({ text }: { text: string }) {
  const to = { name: "register" } as const;
  return (
    <a href={pathOf(to)} onClick={following(to)}>
      {text}
    </a>
  );
}
