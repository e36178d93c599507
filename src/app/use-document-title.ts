import { useEffect } from "react";
import { useConversations } from "#src/state/conversations.ts";
import { useRuns } from "#src/state/run-view.ts";
import { useT } from "#src/ui/i18n.tsx";

/** The page's title, with how many conversations are being written in, and what waits to be looked at. */
export function useDocumentTitle(title: string | undefined): void {
  const t = useT();
  const running = useRuns((state) => state.runs.size);
  const waiting = useConversations((state) => {
    let count = 0;
    for (const conversation of state.list.values()) if (conversation.attention) count += 1;
    return count;
  });
  const marks = [
    running > 0 ? `(${running})` : "",
    waiting > 0 ? `● ${t("app.waiting", { count: waiting })} ·` : "",
  ];
  const text = [...marks, title ? `${title} · Candor` : "Candor"].filter(Boolean).join(" ");
  useEffect(() => {
    document.title = text;
  }, [text]);
}
