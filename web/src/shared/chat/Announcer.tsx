import type { Announcements } from "./announcements";

/** Present from the start of the page, seen by nobody, heard by screen readers. The thread itself is no live region. */
export function Announcer({ announcements }: { announcements: Announcements }) {
  return (
    <>
      <div class="visually-hidden" role="log" aria-live="polite" aria-relevant="additions">
        {announcements.sentences.value.map((sentence) => (
          <p key={sentence.key}>{sentence.text}</p>
        ))}
      </div>
      <div class="visually-hidden" role="alert">
        {announcements.alert.value}
      </div>
    </>
  );
}
