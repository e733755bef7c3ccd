import { locale, t } from "../../i18n";
import type { Source } from "../completion";
import { emojis, matching } from "./emoji";

/** Emojis by name, opened by a colon and two letters. */
export const emojiSource: Source = {
  trigger: ":",
  get label() {
    return t("chat.emoji");
  },
  find: async (query) =>
    matching(await emojis(locale.value), query).map(({ sign, name }) => ({
      id: sign,
      title: sign,
      text: name,
      insert: sign,
    })),
};
