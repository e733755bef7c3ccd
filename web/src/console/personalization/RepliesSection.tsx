import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { openParts } from "../../shared/chat/completion";
import { t } from "../../shared/i18n";
import { Button, IconButton } from "../../shared/ui/Button";
import { Dialog } from "../../shared/ui/Dialog";
import { Problem } from "../dialogs/Problem";
import type { CannedReply } from "../state/cannedReplies";
import { useDesk } from "../state/desk";
import { ReplyForm } from "./ReplyForm";

/** The canned replies an agent may use: own ones, those of channels, those of all. */
export function RepliesSection() {
  const desk = useDesk();
  const query = useSignal("");
  const edited = useSignal<CannedReply | "new" | undefined>(undefined);
  const removed = useSignal<CannedReply | undefined>(undefined);
  const failure = useSignal<unknown>(undefined);
  useEffect(() => {
    desk.replies.load().catch((error: unknown) => (failure.value = error));
  }, [desk]);
  const wanted = query.value.trim().toLocaleLowerCase();
  const found = desk.replies.all.value.filter(({ code, text }) =>
    `${code}\n${text}`.toLocaleLowerCase().includes(wanted),
  );
  return (
    <div class="replies">
      <Problem error={failure.value} />
      <div class="replies__bar">
        <input
          class="input"
          type="search"
          aria-label={t("canned.search")}
          placeholder={t("canned.search")}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <span class="muted small">{t("canned.sub")}</span>
        <Button kind="primary" icon="plus" class="push" onClick={() => (edited.value = "new")}>
          {t("canned.new")}
        </Button>
      </div>
      {desk.replies.known.value && found.length === 0 ? (
        <div class="empty">
          <p class="empty__title">{t("canned.none")}</p>
          <p>{t("canned.noneText")}</p>
        </div>
      ) : (
        <ReplyTable
          replies={found}
          edit={(reply) => (edited.value = reply)}
          remove={(reply) => (removed.value = reply)}
        />
      )}
      {edited.value && (
        <ReplyForm
          reply={edited.value === "new" ? undefined : edited.value}
          close={() => (edited.value = undefined)}
        />
      )}
      {removed.value && <RemoveDialog reply={removed.value} close={() => (removed.value = undefined)} />}
    </div>
  );
}

interface ReplyTableProps {
  replies: readonly CannedReply[];
  edit(reply: CannedReply): void;
  remove(reply: CannedReply): void;
}

function ReplyTable({ replies, edit, remove }: ReplyTableProps) {
  return (
    <div class="card replies__table">
      <table class="table" aria-label={t("mine.replies")}>
        <thead>
          <tr>
            <th scope="col">{t("canned.code")}</th>
            <th scope="col">{t("canned.text")}</th>
            <th scope="col">{t("canned.scope")}</th>
            <th scope="col">
              <span class="visually-hidden">{t("canned.actions")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {replies.map((reply) => (
            <tr key={reply.id}>
              <td>
                <code dir="ltr">/{reply.code}</code>
              </td>
              <td class="replies__text" dir="auto">
                {openParts(reply.text).map((part, index) =>
                  part.open ? <mark key={index}>{part.text}</mark> : part.text,
                )}
              </td>
              <td>{reply.scope === "channel" ? reply.channel?.name : t(`canned.scope.${reply.scope}`)}</td>
              <td class="replies__actions">
                {reply.mayEdit && (
                  <>
                    <IconButton
                      icon="pencil"
                      size="sm"
                      label={t("canned.editOf", { code: reply.code })}
                      hint={t("canned.edit")}
                      onClick={() => edit(reply)}
                    />
                    <IconButton
                      icon="trash"
                      size="sm"
                      label={t("canned.removeOf", { code: reply.code })}
                      hint={t("canned.remove")}
                      onClick={() => remove(reply)}
                    />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RemoveDialog({ reply, close }: { reply: CannedReply; close: () => void }) {
  const desk = useDesk();
  const busy = useSignal(false);
  const remove = async () => {
    busy.value = true;
    if (await desk.attempt(() => desk.replies.remove(reply.id))) {
      desk.toasts.add({ kind: "success", title: t("canned.removed") });
    }
    close();
  };
  return (
    <Dialog
      title={t("canned.removeTitle", { code: reply.code })}
      width={420}
      onClose={close}
      footer={
        <>
          <Button class="push" onClick={close}>
            {t("common.cancel")}
          </Button>
          <Button kind="danger" busy={busy.value} onClick={() => void remove()}>
            {t("canned.remove")}
          </Button>
        </>
      }
    >
      <div class="dialog__body">
        <p>{t("canned.removeText")}</p>
      </div>
    </Dialog>
  );
}
