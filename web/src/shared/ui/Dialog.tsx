import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { t } from "../i18n";
import { IconButton } from "./Button";

interface DialogProps {
  title: string;
  sub?: ComponentChildren;
  /** Stands before the title. */
  lead?: ComponentChildren;
  width?: number;
  children: ComponentChildren;
  footer?: ComponentChildren;
  /** Asked on Escape and on the close button; the owner takes the dialog away. Without it the dialog cannot be cancelled. */
  onClose?: () => void;
  class?: string;
}

/** The browser's own modal dialog: the focus stays inside and returns to where it was, or near it. */
export function Dialog({ title, sub, lead, width, children, footer, onClose, class: more }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    const around = before?.closest("section");
    const element = dialog.current;
    element?.showModal();
    focusFirst(element);
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      else if (document.activeElement === document.body) around?.querySelector("button")?.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={more ? `dialog ${more}` : "dialog"}
      aria-labelledby={heading}
      style={width ? { "--dialog-width": `${width}px` } : {}}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header class="dialog__header">
        {lead}
        <div class="stack">
          <h2 class="dialog__title" id={heading}>
            {title}
          </h2>
          {sub && <p class="dialog__sub">{sub}</p>}
        </div>
        {onClose && <IconButton icon="x" label={t("common.close")} onClick={onClose} />}
      </header>
      {children}
      {footer && <footer class="dialog__footer">{footer}</footer>}
    </dialog>
  );
}

function focusFirst(dialog: HTMLDialogElement | null): void {
  const wanted =
    dialog?.querySelector<HTMLElement>("[data-autofocus]") ??
    dialog?.querySelector<HTMLElement>("input:not([type=radio]), textarea, select, input:checked");
  wanted?.focus();
}
