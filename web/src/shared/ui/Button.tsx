import type { ComponentChildren, HTMLAttributes, Ref } from "preact";
import { Icon, type IconName } from "./Icon";

type ButtonAttributes = Omit<HTMLAttributes<HTMLButtonElement>, "role" | "label" | "icon" | "size">;

interface ButtonProps extends ButtonAttributes {
  kind?: "primary" | "secondary" | "soft" | "ghost" | "danger" | "danger-quiet";
  size?: "sm" | "lg";
  block?: boolean;
  icon?: IconName;
  type?: "button" | "submit";
  form?: string;
  disabled?: boolean;
  /** Work is going on: further clicks do nothing, the focus stays. */
  busy?: boolean;
  children: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    kind = "secondary",
    size,
    block,
    icon,
    busy,
    children,
    buttonRef,
    onClick,
    type = "button",
    ...others
  } = props;
  const { class: more, ...rest } = others;
  const classes = [
    "btn",
    `btn--${kind}`,
    size && `btn--${size}`,
    block && "btn--block",
    busy && "is-busy",
    more,
  ];
  return (
    <button
      {...rest}
      type={type}
      ref={buttonRef ?? null}
      class={classes.filter(Boolean).join(" ")}
      aria-busy={busy ?? undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

interface IconButtonProps extends ButtonAttributes {
  icon: IconName;
  label: string;
  /** The tooltip where it should be shorter than the name. */
  hint?: string;
  look?: "accent" | "solid" | "soft" | "outline";
  size?: "sm";
  type?: "button" | "submit";
  disabled?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that shows only a drawing and says its name to everybody who asks. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, hint, look, size, buttonRef, type = "button", class: more, ...rest } = props;
  const classes = ["icon-btn", look && `icon-btn--${look}`, size && `icon-btn--${size}`, more];
  return (
    <button
      {...rest}
      type={type}
      ref={buttonRef ?? null}
      class={classes.filter(Boolean).join(" ")}
      aria-label={label}
      title={hint ?? label}
    >
      <Icon name={icon} />
    </button>
  );
}
