import { computed, signal } from "@preact/signals";
import { locales, setLocale, type Locale } from "../../shared/i18n";
import type { Api } from "../../shared/net/api";
import { setTheme } from "../../shared/ui/theme";
import { timeZone } from "../../shared/ui/time";

export const NOTIFIED = ["request", "invitation", "message", "mention"] as const;
export const WAYS = ["popup", "sound", "email"] as const;
export type Notified = (typeof NOTIFIED)[number];
export type Way = (typeof WAYS)[number];
export type NotificationMatrix = Readonly<Record<Notified, Readonly<Record<Way, boolean>>>>;

export interface Preferences {
  readonly language?: string;
  readonly timeZone?: string;
  readonly theme: "auto" | "light" | "dark";
  readonly enterSends: boolean;
  /** Keys without Ctrl or Alt, as J and K. */
  readonly singleKeys: boolean;
  /** What screen readers say of new messages: all, those of the chat on screen, or only how many. */
  readonly announce: "all" | "open" | "counts";
  readonly notifications: NotificationMatrix;
  readonly quietHours?: { readonly from: string; readonly to: string } | null;
  /** Keys chosen in place of the usual ones, by what they do. */
  readonly keys: Readonly<Record<string, string>>;
}

const shown = { popup: true, sound: true, email: false };

/** What holds until the server has told. */
export const DEFAULTS: Preferences = {
  theme: "auto",
  enterSends: true,
  singleKeys: false,
  announce: "open",
  notifications: { request: shown, invitation: shown, message: shown, mention: shown },
  keys: {},
};

/** How one agent wants Parley to be, the same on every device. */
export class PreferenceStore {
  private readonly held = signal<Preferences>(DEFAULTS);
  readonly value = computed(() => this.held.value);
  /** True once they are the server's. */
  readonly known = signal(false);
  private saves = 0;

  constructor(private readonly api: Api) {}

  async load(): Promise<void> {
    const { saves } = this;
    const read = await this.api.get<Partial<Preferences>>("/me/preferences");
    // What was chosen meanwhile is newer.
    if (saves === this.saves) await this.take(read);
  }

  /** Members left out keep their value. */
  async save(
    change: Partial<Preferences> | { keys: Readonly<Record<string, string | null>> },
  ): Promise<void> {
    this.saves++;
    await this.take(await this.api.put<Partial<Preferences>>("/me/preferences", change));
  }

  private async take(read: Partial<Preferences> | undefined): Promise<void> {
    this.held.value = { ...DEFAULTS, ...read };
    this.known.value = true;
    const { theme, language, timeZone: zone } = this.held.value;
    setTheme(theme === "auto" ? "system" : theme);
    timeZone.value = zone;
    if (language && Object.hasOwn(locales, language)) await setLocale(language as Locale);
  }
}
