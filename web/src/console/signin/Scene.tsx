import { t } from "../../shared/i18n";
import { Avatar } from "../../shared/ui/Avatar";

/** A conversation on the brand panel; a drawing without meaning. */
export function Scene() {
  const owen = { id: "scene-owen", kind: "customer_user", name: "Owen Pritchard" } as const;
  const maya = { id: "scene-maya", kind: "agent", name: "Maya Okafor" } as const;
  return (
    <>
      <div class="scene">
        <div class="scene__row">
          <Avatar person={owen} size="md" />
          <p class="scene__bubble">{t("signIn.scene1")}</p>
        </div>
        <div class="scene__row scene__row--own">
          <p class="scene__bubble">{t("signIn.scene2")}</p>
          <Avatar person={maya} size="md" />
        </div>
        <div class="scene__row">
          <Avatar person={owen} size="md" />
          <p class="scene__bubble">{t("signIn.scene3")}</p>
        </div>
      </div>
      <div class="scene__copy">
        <h2>{t("signIn.claim")}</h2>
        <p>{t("signIn.claimText")}</p>
      </div>
    </>
  );
}
