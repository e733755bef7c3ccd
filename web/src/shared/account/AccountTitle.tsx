import { useLayoutEffect, useRef } from "preact/hooks";
import "./account.css";

/** What the page is about now. It gets the focus, so that whoever does not see the page is told that it is another. */
export function AccountTitle({ title, lead }: { title: string; lead?: string | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div>
      <h1 class="auth__title title account-form__title" tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {lead && <p class="auth__lead lead">{lead}</p>}
    </div>
  );
}
