import { Cloud } from "lucide-react";
import { isRemote } from "#src/core/models/model.ts";
import { useT } from "#src/ui/i18n.tsx";
import { useModel } from "./use-is-installed.ts";

/** Says, before anything is sent, that a model runs on another computer. */
export function CloudNote({ server, model }: { server: string; model: string }) {
  const t = useT();
  const listed = useModel(server, model);
  if (!isRemote(listed ?? { name: model })) return <p className="facts min-h-4.5" />;
  return (
    <p className="facts flex min-h-4.5 items-center gap-1.5 px-4 py-1">
      <Cloud aria-hidden className="size-3.5 shrink-0 text-warn" />
      {t("chat.leavesNote", { model })}
    </p>
  );
}
