import type { ComponentChildren, HTMLAttributes } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n";
import { IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** Stands beside the label and is reached after the control. */
  aside?: ComponentChildren;
  children: ComponentChildren;
}

/** A label above, the control, its hint and its error. The control names them with `describedBy`. */
export function Field({ id, label, hint, error, required, aside, children }: FieldProps) {
  return (
    <div class={aside ? "field field--aside" : "field"}>
      <label class="field__label" for={id}>
        {label}
        {required && (
          <span class="req" aria-hidden="true">
            {" *"}
          </span>
        )}
      </label>
      {children}
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${id}-error`} role="alert">
          <Icon name="alert-circle" size="sm" />
          {error}
        </p>
      )}
      {aside && <span class="field__aside">{aside}</span>}
    </div>
  );
}

export function describedBy(id: string, hint?: string, error?: string): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}

type InputAttributes = Omit<HTMLAttributes<HTMLInputElement>, "label" | "icon" | "role">;

interface TextFieldProps extends InputAttributes {
  id: string;
  label: string;
  value: string;
  set: (value: string) => void;
  type?: "text" | "email" | "password" | "search";
  name?: string;
  autocomplete?: string;
  maxLength?: number;
  placeholder?: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  icon?: IconName;
  aside?: ComponentChildren;
}

export function TextField(props: TextFieldProps) {
  const {
    id,
    label,
    value,
    set,
    hint,
    error,
    required = false,
    icon,
    aside,
    type = "text",
    class: more,
    ...rest
  } = props;
  const [shown, setShown] = useState(false);
  const input = (
    <input
      {...rest}
      id={id}
      class={more ? `input ${String(more)}` : "input"}
      type={(type === "password" && shown ? "text" : type) as "text"}
      value={value}
      required={required}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, hint, error)}
      onInput={(event) => set(event.currentTarget.value)}
    />
  );
  return (
    <Field id={id} label={label} hint={hint} error={error} required={required} aside={aside}>
      {type === "password" || icon ? (
        <div class="input-group">
          {icon && <Icon name={icon} />}
          {input}
          {type === "password" && <RevealButton shown={shown} toggle={() => setShown(!shown)} />}
        </div>
      ) : (
        input
      )}
    </Field>
  );
}

function RevealButton({ shown, toggle }: { shown: boolean; toggle: () => void }) {
  return (
    <span class="input-group__end">
      <IconButton
        icon={shown ? "eye-off" : "eye"}
        label={shown ? t("common.hidePassword") : t("common.showPassword")}
        onClick={toggle}
      />
    </span>
  );
}
