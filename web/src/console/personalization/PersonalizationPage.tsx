import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../shared/i18n";
import { SaveBar } from "../form/SaveBar";
import { useDesk, type Desk } from "../state/desk";
import { address, follow, type Place } from "../state/router";
import { ChatSection } from "./ChatSection";
import "./personalization.css";
import { PasswordSection } from "./PasswordSection";
import { PreferenceForm, type OwnChannel } from "./preferenceForm";
import { RepliesSection } from "./RepliesSection";

export type Section = NonNullable<Extract<Place, { page: "personalization" }>["section"]>;

const sections: readonly { section?: Section; text: "mine.chat" | "mine.replies" | "mine.password" }[] = [
  { text: "mine.chat" },
  { section: "replies", text: "mine.replies" },
  { section: "password", text: "mine.password" },
];

// What was changed and not saved outlives a look at another page.
const forms = new WeakMap<Desk, PreferenceForm>();

/** How an agent wants Parley to be: three sections, each with an address. */
export default function PersonalizationPage({ section }: { section: Section | undefined }) {
  const desk = useDesk();
  const form = useMemo(() => formOf(desk), [desk]);
  useEffect(() => {
    void desk.attempt(async () => {
      const { channels } = await desk.client.api.get<{ channels: OwnChannel[] }>("/me/channels");
      form.channels.value = channels;
    });
  }, [desk, form]);
  return (
    <>
      <header class="topbar settings-bar">
        <h1 class="topbar__title">{t("mine.title")}</h1>
        <nav class="tabs" aria-label={t("mine.sections")}>
          {sections.map((each) => {
            const to: Place = { page: "personalization", ...(each.section ? { section: each.section } : {}) };
            return (
              <a
                key={each.text}
                class="tab"
                href={address(to)}
                aria-current={each.section === section ? "page" : undefined}
                onClick={follow(to)}
              >
                {t(each.text)}
              </a>
            );
          })}
        </nav>
        {section === undefined && <SaveBar form={form} />}
      </header>
      {section === undefined && <ChatSection form={form} />}
      {section === "replies" && <RepliesSection />}
      {section === "password" && <PasswordSection />}
    </>
  );
}

function formOf(desk: Desk): PreferenceForm {
  const form =
    forms.get(desk) ?? new PreferenceForm(desk.preferences, (channels) => desk.setChannels(channels));
  forms.set(desk, form);
  return form;
}
