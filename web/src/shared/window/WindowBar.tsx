import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { t } from "../i18n";
import { IconButton } from "../ui/Button";
import { BrandMark } from "../ui/Icon";

/** The id of the window's heading, which names it. */
export const WindowTitle = createContext("");

interface WindowBarProps {
  title: string;
  sub?: ComponentChildren;
  /** Stands before the title; the desk's sign if left out and there is no way back. */
  lead?: ComponentChildren;
  back?: (() => void) | undefined;
  tools?: ComponentChildren;
  /** Nothing goes on that would go on behind a closed window. */
  leaves?: boolean;
  close(): void;
}

export function WindowBar({ title, sub, lead, back, tools, leaves, close }: WindowBarProps) {
  return (
    <div class="widget__bar">
      {back && <IconButton icon="arrow-left" label={t("window.back")} onClick={back} />}
      {lead ?? (!back && <DeskSign />)}
      <div class="stack">
        <h2 class="widget__title truncate" id={useContext(WindowTitle)} tabIndex={-1} data-heading dir="auto">
          {title}
        </h2>
        {sub && <div class="widget__sub truncate">{sub}</div>}
      </div>
      <div class="widget__tools push">
        {tools}
        <IconButton
          icon={leaves ? "x" : "minus"}
          label={t(leaves ? "common.close" : "window.minimise")}
          onClick={close}
        />
      </div>
    </div>
  );
}

function DeskSign() {
  return (
    <span class="widget__logo">
      <BrandMark />
    </span>
  );
}
