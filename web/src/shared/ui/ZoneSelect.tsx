import { useMemo } from "preact/hooks";
import { describedBy, Field } from "./Field";

interface ZoneSelectProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  size?: "lg";
  value: string;
  set: (zone: string) => void;
}

export const computerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time zone by its name, as Europe/Berlin. */
export function ZoneSelect({ id, label, hint, error, size, value, set }: ZoneSelectProps) {
  const zones = useMemo(() => zoneNames(value), [value]);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        class={size ? `select select--${size}` : "select"}
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => set(event.currentTarget.value)}
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** The list of the browser does not name every zone that a server may know. */
function zoneNames(chosen: string): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", computerZone(), chosen])].sort();
}
