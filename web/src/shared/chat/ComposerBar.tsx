import type { FunctionComponent } from "preact";
import { useRef, useState } from "preact/hooks";
import { plural, t } from "../i18n";
import { IconButton } from "../ui/Button";
import { Icon } from "../ui/Icon";

interface ComposerBarProps {
  note: boolean;
  roomy: boolean;
  enterSends: boolean;
  left: number;
  sendable: boolean;
  insert(words: string): void;
  openReplies?: (() => void) | undefined;
}

const COUNTER_FROM = 400;

/** Below the text: what can be put in, how Enter works, how much fits, and the button that sends. */
export function ComposerBar(props: ComposerBarProps) {
  const { note, roomy, left, sendable } = props;
  const name = t(note ? "chat.sendNote" : "chat.send");
  const hint = t(props.enterSends ? "chat.composerHint" : "chat.composerHintLine");
  const look = roomy ? "btn btn--primary btn--sm" : "icon-btn icon-btn--solid";
  return (
    <div class="composer__bar">
      <EmojiButton insert={props.insert} />
      {props.openReplies && (
        <IconButton
          icon="slash"
          size="sm"
          label={t("chat.canned")}
          hint={t("chat.cannedHint")}
          data-canned
          onClick={props.openReplies}
        />
      )}
      {roomy && <span class="composer__hint">{hint}</span>}
      <Counter left={left} />
      <button
        type="submit"
        class={`${look} composer__send`}
        aria-label={name}
        title={name}
        aria-disabled={!sendable}
      >
        <Icon name="send" />
        {roomy && t("chat.sendShort")}
      </button>
    </div>
  );
}

type Panel = FunctionComponent<Parameters<typeof import("./EmojiPanel").default>[0]>;

/** The panel is fetched when it is first wanted; the system's own picker works without it. */
function EmojiButton({ insert }: { insert: (words: string) => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [Panel, setPanel] = useState<Panel | undefined>(undefined);
  const toggle = () => {
    setOpen(!open);
    if (!Panel) void import("./EmojiPanel").then((module) => setPanel(() => module.default));
  };
  return (
    <>
      <IconButton
        buttonRef={button}
        icon="smile"
        size="sm"
        label={t("chat.emojiInsert")}
        hint={t("chat.emoji")}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={toggle}
      />
      {open && Panel && (
        <Panel
          anchor={button}
          choose={(sign) => {
            setOpen(false);
            insert(sign);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Counter({ left }: { left: number }) {
  return (
    <span class={left < 0 ? "composer__count composer__count--over" : "composer__count"} role="status">
      {left <= COUNTER_FROM && (left < 0 ? plural("chat.over", -left) : plural("chat.left", left))}
    </span>
  );
}
