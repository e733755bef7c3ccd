import { signal } from "@preact/signals";
import { formatLocale, locale, t } from "../i18n";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let ahead = 0;
let ticking: ReturnType<typeof setInterval> | undefined;

/** Where the reader is, if he said so; otherwise times are those of his computer. */
export const timeZone = signal<string | undefined>(undefined);

/** The server's time in milliseconds. Ticks every second, but only while something on screen looks at it. */
export const now = signal(Date.now(), {
  watched: () => {
    now.value = serverTime();
    ticking = setInterval(() => (now.value = serverTime()), 1_000);
  },
  unwatched: () => clearInterval(ticking),
});

export function serverTime(): number {
  return Date.now() + ahead;
}

/** Takes over the server's clock, so that waiting times are right on a computer whose own clock is not. */
export function setServerTime(at: string): void {
  ahead = Date.parse(at) - Date.now();
}

/** A waiting time as m:ss, or h:mm:ss from an hour on. Never negative. */
export function elapsed(since: string, at: number = now.value): string {
  const seconds = Math.max(0, Math.floor((at - Date.parse(since)) / 1_000));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export function timeOfDay(at: string): string {
  return dated({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
}

export function longDate(at: string | number): string {
  return dated({ weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(at));
}

export function shortDate(at: string): string {
  return dated({ day: "numeric", month: "short" }).format(new Date(at));
}

/** The line between two days of a conversation: "Today, 14 October". */
export function dayLabel(at: string, today: number = serverTime()): string {
  const date = new Date(at);
  const dayAndMonth = dated({ day: "numeric", month: "long" }).format(date);
  return t("common.dayWithDate", { day: dayName(date, today), date: dayAndMonth });
}

/** The time of something today, otherwise the day. */
export function timeOrDay(at: string, today: number = serverTime()): string {
  return sameDay(new Date(at), new Date(today)) ? timeOfDay(at) : shortDate(at);
}

export function sameDay(one: Date, other: Date): boolean {
  const day = dated({ year: "numeric", month: "numeric", day: "numeric" });
  return day.format(one) === day.format(other);
}

export function minutesSince(since: string, at: number = serverTime()): number {
  return Math.max(0, Math.floor((at - Date.parse(since)) / MINUTE));
}

/** "12 min", "3 hr" or "2 days": no finer than one wants to know it. */
export function duration(minutes: number): string {
  if (minutes < 60) return counted(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

function counted(count: number, unit: "minute" | "hour" | "day"): string {
  return new Intl.NumberFormat(formatLocale(), { style: "unit", unit, unitDisplay: "short" }).format(count);
}

function dayName(date: Date, today: number): string {
  if (sameDay(date, new Date(today))) return t("common.today");
  if (sameDay(date, new Date(today - DAY))) return t("common.yesterday");
  return dated({ weekday: "long" }).format(date);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, and a thread needs the same few for every line. */
export function dated(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = timeZone.value;
  const key = `${regional()} ${zone ?? ""} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(regional(), { ...options, ...(zone ? { timeZone: zone } : {}) });
  formats.set(key, made);
  return made;
}

/** The reader's own region of the page's language: British readers get British dates. */
function regional(): string {
  return formatLocale(navigator.languages?.find((tag) => tag.startsWith(locale.value)) ?? locale.value);
}
