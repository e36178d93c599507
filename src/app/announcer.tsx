import { useAnnouncements } from "#src/state/announcements.ts";

/** Read out by a screen reader after what it is reading; seen by nobody. */
export function Announcer() {
  const announcements = useAnnouncements((state) => state.announcements);
  return (
    <div aria-live="polite" className="sr-only">
      {announcements.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
