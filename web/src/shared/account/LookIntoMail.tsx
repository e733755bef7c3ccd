import { t } from "../i18n";
import { Button } from "../ui/Button";
import { AccountTitle } from "./AccountTitle";

interface LookIntoMailProps {
  text: string;
  again: () => void;
}

/** The form was sent; what comes of it is told by mail, and the page says the same whatever that is. */
export function LookIntoMail({ text, again }: LookIntoMailProps) {
  return (
    <div class="account-form">
      <AccountTitle title={t("account.mailTitle")} />
      <p class="account-form__text">{text}</p>
      <p class="account-form__text">{t("account.mailNothing")}</p>
      <div>
        <Button size="lg" onClick={again}>
          {t("account.otherAddress")}
        </Button>
      </div>
    </div>
  );
}
