import type { Exchange } from "#src/core/requests/exchange.ts";
import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ReplayQuestionProps = { exchange: Exchange; onConfirm: () => void; onClose: () => void };

/** Asked before anything is sent again that changes the server. */
export function ReplayQuestion({ exchange, onConfirm, onClose }: ReplayQuestionProps) {
  const t = useT();
  const { method, path, server, sent } = exchange;
  return (
    <Dialog
      title={t("requests.replayTitle")}
      description={t("requests.replayAbout", { server: server.replace(/^https?:\/\//, "") })}
      isOpen
      onOpenChange={onClose}
    >
      <pre
        dir="ltr"
        className="max-h-48 overflow-auto rounded-control bg-surface p-3 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
      >
        {`${method} ${path}\n${sent.body.text.slice(0, 2000)}`.trim()}
      </pre>
      <div className="mt-4 flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("requests.cancel")}</Button>
        <Button look="primary" onClick={onConfirm}>
          {t("requests.replayConfirm")}
        </Button>
      </div>
    </Dialog>
  );
}
