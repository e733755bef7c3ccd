/** Whether a time of day lies in the quiet hours, which may go over midnight. */
export function quiet(
  hours: { from: string; to: string } | null | undefined,
  at: Date,
  timeZone?: string,
): boolean {
  if (!hours || hours.from === hours.to) return false;
  const now = timeIn(at, timeZone);
  if (hours.from < hours.to) return now >= hours.from && now < hours.to;
  return now >= hours.from || now < hours.to;
}

/** HH:MM on the wall of that time zone. */
function timeIn(at: Date, timeZone: string | undefined): string {
  const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const format = new Intl.DateTimeFormat("en-GB", timeZone ? { ...options, timeZone } : options);
  return format.format(at);
}
