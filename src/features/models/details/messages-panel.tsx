import type { StoredMessage } from "#src/core/models/show.ts";
import { useT } from "#src/ui/i18n.tsx";

/** The messages that every conversation with the model begins with. */
export function MessagesPanel({ messages }: { messages: readonly StoredMessage[] }) {
  const t = useT();
  return (
    <>
      <p className="text-muted">{t("details.messagesAbout")}</p>
      <ol className="mt-3 flex max-w-(--measure) flex-col gap-2">
        {messages.map(({ role, content }, index) => (
          // They have no name but their place, and never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="rounded-panel bg-surface px-4 py-3">
            <p className="facts font-medium">{role}</p>
            <p dir="auto" className="mt-1 whitespace-pre-wrap wrap-anywhere">
              {content}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
