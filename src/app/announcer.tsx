import { useAnnouncement } from "#src/state/announcements.ts";

/** Read out by a screen reader after what it is reading; seen by nobody. */
export function Announcer() {
  const { text, count } = useAnnouncement();
  return (
    <div aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  );
}
