/** Which settings stand together on the page. A journey sees to it that none is missing. */
export const cards = [
  { card: "desk", names: ["desk.name", "desk.locale", "desk.time-zone"] },
  {
    card: "chats",
    names: [
      "chat.enabled",
      "direction.customer",
      "direction.public",
      "direction.agent_customer",
      "direction.agent_agent",
    ],
  },
  { card: "customers", names: ["mask.agents", "mask.name", "text.no-answer", "registration"] },
  { card: "privacy", names: ["desk.privacy-url", "desk.keeps-days"] },
] as const;

export type SettingName = (typeof cards)[number]["names"][number];
