import { t } from "../i18n";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import type { Toast, ToastList } from "./toasts";

const icons = { success: "check-circle", danger: "alert-circle", info: "info" } as const;

/** The corner where toasts appear; present from the start so that they are announced. */
export function Toasts({ toasts }: { toasts: ToastList }) {
  return (
    <div class="toast-region" role="status" aria-live="polite">
      {toasts.shown.value.map((toast) => (
        <ToastCard key={toast.id} toast={toast} dismiss={() => toasts.dismiss(toast.id)} />
      ))}
    </div>
  );
}

function ToastCard({ toast, dismiss }: { toast: Toast; dismiss: () => void }) {
  return (
    <div class={`toast toast--${toast.kind}`}>
      <Icon name={icons[toast.kind]} />
      <div class="toast__body">
        <p class="toast__title">{toast.title}</p>
        {toast.text && <p class="toast__text">{toast.text}</p>}
        {toast.actions && (
          <div class="toast__actions">
            {toast.actions.map((action, index) => (
              <Button
                key={action.label}
                size="sm"
                kind={index === 0 ? "primary" : "secondary"}
                onClick={() => {
                  dismiss();
                  action.choose();
                }}
              >
                {action.label}
              </Button>
            ))}
          </div>
        )}
      </div>
      <IconButton icon="x" size="sm" label={t("common.dismiss")} onClick={dismiss} />
    </div>
  );
}
