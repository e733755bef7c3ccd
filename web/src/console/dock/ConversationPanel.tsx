import { useEffect, useRef } from "preact/hooks";
import { t } from "../../shared/i18n";
import { IconButton } from "../../shared/ui/Button";
import { Icon } from "../../shared/ui/Icon";
import { ConversationGroups } from "../conversation/ConversationGroups";
import { useDesk } from "../state/desk";
import { myChats } from "../state/mine";
import { address, follow } from "../state/router";

export function ConversationPanel() {
  const desk = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { open, waiting } = myChats(desk.chats.list.value);
  return (
    <section class="panel__list" aria-labelledby="panel-title">
      <div class="panel__head">
        <h2 class="card__title" id="panel-title" ref={heading} tabIndex={-1}>
          {t("dock.title")}
        </h2>
        <span class="count">{open.length + waiting.length}</span>
        <a
          class="icon-btn push"
          href={address({ page: "chats" })}
          aria-label={t("dock.workspace")}
          title={t("dock.workspace")}
          onClick={follow({ page: "chats" })}
        >
          <Icon name="maximize" />
        </a>
        <IconButton icon="x" label={t("dock.close")} onClick={() => desk.dock.toggleList()} />
      </div>
      <div class="panel__scroll">
        <ConversationGroups
          heading="h3"
          current={desk.dock.windows.value[0]}
          open={(id) => desk.dock.show(id)}
        />
      </div>
    </section>
  );
}
