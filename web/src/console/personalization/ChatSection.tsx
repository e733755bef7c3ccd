import { t } from "../../shared/i18n";
import { PresenceLabel, PresenceMark } from "../../shared/ui/PresenceMark";
import { Card } from "../form/Card";
import { useDesk, type Availability } from "../state/desk";
import { AbsenceCard } from "./AbsenceCard";
import { LookCard } from "./LookCard";
import { NotificationCard } from "./NotificationCard";
import type { PreferenceForm } from "./preferenceForm";
import { WritingCard } from "./WritingCard";

/** Availability, absence and appearance beside notifications and writing. */
export function ChatSection({ form }: { form: PreferenceForm }) {
  return (
    <div class="settings">
      <div class="settings__column">
        <AvailabilityCard />
        <AbsenceCard />
        <LookCard form={form} />
      </div>
      <div class="settings__column">
        <NotificationCard form={form} />
        <WritingCard form={form} />
      </div>
    </div>
  );
}

const choices = [
  { availability: "unavailable", presence: "unavailable" },
  { availability: "internal", presence: "available" },
  { availability: "external", presence: "available" },
] as const satisfies readonly { availability: Availability; presence: string }[];

function AvailabilityCard() {
  const desk = useDesk();
  const shown = <PresenceLabel presence={desk.ownPresence.value} />;
  return (
    <Card id="availability" title={t("availability.label")} tools={shown}>
      <fieldset class="mine__options">
        <legend class="visually-hidden">{t("availability.label")}</legend>
        {choices.map(({ availability, presence }) => (
          <label key={availability} class="option-card">
            <input
              class="radio"
              type="radio"
              name="my-availability"
              checked={desk.me.value.availability === availability}
              aria-describedby={`my-${availability}`}
              onChange={() => void desk.setAvailability(availability)}
            />
            <span class="option-card__title">{t(`availability.${availability}`)}</span>
            <PresenceMark presence={presence} />
            <span class="option-card__text" id={`my-${availability}`}>
              {t(`availability.${availability}.text`)}
            </span>
          </label>
        ))}
      </fieldset>
    </Card>
  );
}
