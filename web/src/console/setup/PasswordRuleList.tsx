import { t } from "../../shared/i18n";
import { Icon } from "../../shared/ui/Icon";
import type { PasswordRules } from "./passwordRules";
import { SHORTEST_PASSWORD } from "./passwordRules";

export function PasswordRuleList({ rules }: { rules: PasswordRules }) {
  return (
    <ul class="rules" aria-label={t("setup.rules")}>
      <Rule holds={rules.longEnough} text={t("setup.ruleLength", { count: SHORTEST_PASSWORD })} />
      <Rule holds={rules.notAboutYou} text={t("setup.ruleNotYou")} />
    </ul>
  );
}

function Rule({ holds, text }: { holds: boolean; text: string }) {
  return (
    <li class={holds ? "ok" : undefined}>
      <Icon name={holds ? "check" : "minus"} />
      {text}
      {holds && <span class="visually-hidden">{t("setup.ruleHolds")}</span>}
    </li>
  );
}
