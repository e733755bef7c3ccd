import type { Channel } from "./wire";

export interface DeskChannel extends Channel {
  /** A chat may start in it now. */
  offered: boolean;
  online: boolean;
  isDefault: boolean;
  /** How many are there for it now. */
  agents: number;
}

/** What the desk says in its own words, in the reader's language; where one is missing, pages have theirs. */
export interface DeskTexts {
  greeting?: string;
  launcher?: string;
  nobody?: string;
  privacy?: string;
}

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** When the desk is open in an ordinary week, each day in blocks of its own time zone: `["08:00", "18:00"]`. */
export interface OpeningHours {
  timeZone: string;
  week: Partial<Record<Weekday, readonly (readonly [string, string])[]>>;
}

export interface Desk {
  name: string;
  locale: string;
  privacyUrl?: string;
  keepsDays?: number;
  open: boolean;
  /** When it opens next, while it is closed. */
  opensAt?: string;
  hours?: OpeningHours;
  texts: DeskTexts;
  channels: DeskChannel[];
  registration: boolean;
  passwordReset: boolean;
  /** Only a widget has it: whether an email is asked for before a chat. */
  prechat?: Prechat;
}

export interface Prechat {
  email: "off" | "optional" | "required";
}

export interface Widget extends Desk {
  key: string;
  version: number;
  /** The exact origins of the pages it may stand on. */
  sites: string[];
  look: { accent?: string; theme: "auto" | "light" | "dark"; position: "end" | "start" | "left" | "right" };
  prechat: Prechat;
  /** What the launcher does while the desk is closed. */
  offline: "say" | "hide";
  signedOnly: boolean;
  tags: string[];
}

/** How long a request has waited and may wait, as far as its channel shows that. */
export interface Waiting {
  position?: number;
  waitedSeconds: number;
  typicalSeconds?: number;
}
