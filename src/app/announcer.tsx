import { useAnnouncements } from "#src/state/announcements.ts";
import { useT } from "#src/ui/i18n.tsx";

/** Read out by a screen reader after what it is reading; seen by nobody. */
export function Announcer() {
  const t = useT();
  const announcements = useAnnouncements((state) => state.announcements);
  return (
    <div aria-live="polite" className="sr-only">
      {announcements.map((one) => (
        <p key={one.id}>{"said" in one ? t(one.said) : one.text}</p>
      ))}
    </div>
  );
}
