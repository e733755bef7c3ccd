import { formatLocale, listOf, locale as page, t } from "../i18n";
import type { OpeningHours, Weekday } from "../net/wire";
import { dated, sameDay, serverTime, timeOfDay, timeZone } from "./time";

const DAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 86_400_000;
/** Some Monday; only its name and those of the days after it are of interest. */
const MONDAY = Date.UTC(2024, 0, 1);

/** "Monday to Friday, 8:00 to 18:00": a line for all days that are open at the same times. */
export function hoursLines(hours: OpeningHours, locale: string = page.value): string[] {
  const groups = new Map<string, number[]>();
  DAYS.forEach((day, index) => {
    const blocks = hours.week[day] ?? [];
    if (blocks.length === 0) return;
    const times = listOf(
      blocks.map(([from, to]) => t("common.timeRange", { from: clock(from), to: clock(to) })),
    );
    groups.set(times, [...(groups.get(times) ?? []), index]);
  });
  const names = new Intl.DateTimeFormat(formatLocale(locale), { weekday: "long", timeZone: "UTC" });
  const name = (day: number): string => names.format(MONDAY + day * DAY);
  return [...groups].map(([times, days]) =>
    t("common.openHours", { days: listOf(runs(days).map(named(name))), times }),
  );
}

/** The name of the time zone of the hours, if the reader's clock shows another time than the desk's. */
export function hoursZone(hours: OpeningHours, now: number, locale: string = page.value): string | undefined {
  const theirs = zoneName(hours.timeZone, "shortOffset", now, "en");
  if (theirs === zoneName(timeZone.value, "shortOffset", now, "en")) return undefined;
  return zoneName(hours.timeZone, "longGeneric", now, formatLocale(locale));
}

/** "tomorrow at 8:00", on the reader's clock: when the desk opens again. */
export function opensAtText(iso: string, now: number = serverTime(), locale: string = page.value): string {
  return t("common.dayAtTime", { day: dayOf(iso, now, locale), time: clock(timeOfDay(iso)) });
}

function dayOf(iso: string, now: number, locale: string): string {
  const at = new Date(iso);
  const relative = new Intl.RelativeTimeFormat(formatLocale(locale), { numeric: "auto" });
  if (sameDay(at, new Date(now))) return relative.format(0, "day");
  if (sameDay(at, new Date(now + DAY))) return relative.format(1, "day");
  const within = at.getTime() - now < 6 * DAY;
  return dated(within ? { weekday: "long" } : { day: "numeric", month: "long" }).format(at);
}

/** Days that follow each other, over the end of the week as well: a desk may be open from Sunday to Thursday. */
function runs(days: readonly number[]): number[][] {
  const before = (day: number): number => (day + DAYS.length - 1) % DAYS.length;
  const first = days.find((day) => !days.includes(before(day))) ?? 0;
  const inTurn = [...days].sort((one, other) => turn(one, first) - turn(other, first));
  const found: number[][] = [];
  for (const day of inTurn) {
    const run = found.at(-1);
    if (run?.at(-1) === before(day)) run.push(day);
    else found.push([day]);
  }
  return found;
}

function turn(day: number, first: number): number {
  return (day - first + DAYS.length) % DAYS.length;
}

function named(name: (day: number) => string): (run: readonly number[]) => string {
  return (run) => {
    const [from = 0, to = from] = [run[0], run.at(-1)];
    if (run.length < 3) return listOf(run.map(name));
    return t("common.dayRange", { from: name(from), to: name(to) });
  };
}

/** 8:00, not 08:00: it stands within a sentence. */
function clock(time: string): string {
  return time.replace(/^0(?=\d)/, "");
}

function zoneName(
  zone: string | undefined,
  style: "shortOffset" | "longGeneric",
  at: number,
  locale: string,
): string | undefined {
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style });
    return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value;
  } catch {
    // A browser that does not know the zone cannot name it either.
    return zone;
  }
}
