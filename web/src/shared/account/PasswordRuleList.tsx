import { t } from "../i18n";
import { Icon } from "../ui/Icon";
import type { PasswordRules } from "./passwordRules";
import { SHORTEST_PASSWORD } from "./passwordRules";
import "./account.css";

/** The rules for a password, each with a tick as soon as it holds. */
export function PasswordRuleList({ rules }: { rules: PasswordRules }) {
  return (
    <ul class="rules" aria-label={t("account.rules")}>
      <Rule holds={rules.longEnough} text={t("account.ruleLength", { count: SHORTEST_PASSWORD })} />
      <Rule holds={rules.notAboutYou} text={t("account.ruleNotYou")} />
    </ul>
  );
}

function Rule({ holds, text }: { holds: boolean; text: string }) {
  return (
    <li class={holds ? "ok" : undefined}>
      <Icon name={holds ? "check" : "minus"} />
      {text}
      {holds && <span class="visually-hidden">{t("account.ruleHolds")}</span>}
    </li>
  );
}
