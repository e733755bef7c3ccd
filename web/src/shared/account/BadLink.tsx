import type { ComponentChildren } from "preact";
import { t } from "../i18n";
import type { FieldCode } from "../net/wire";
import { AccountTitle } from "./AccountTitle";

interface BadLinkProps {
  fault: FieldCode;
  /** Where a new link is asked for. */
  children: ComponentChildren;
}

/** The link from the mail leads nowhere any more: why, and how to go on. */
export function BadLink({ fault, children }: BadLinkProps) {
  const [title, text] = words(fault);
  return (
    <div class="account-form">
      <AccountTitle title={title} />
      <p class="account-form__text">{text}</p>
      <div class="account-form__links">{children}</div>
    </div>
  );
}

function words(fault: FieldCode): [string, string] {
  if (fault === "used") return [t("account.linkUsedTitle"), t("account.linkUsed")];
  if (fault === "expired") return [t("account.linkExpiredTitle"), t("account.linkExpired")];
  return [t("account.linkUnknownTitle"), t("account.linkUnknown")];
}
