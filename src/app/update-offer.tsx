import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { takeUpdate } from "#src/state/app-update-take.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { whenIdle } from "#src/ui/idle.ts";
import { useWorkUnderWay } from "./use-work-under-way.ts";

const kinds = ["replies", "pulls", "uploads", "others"] as const;

/** Offers a new build that is here. It is taken when the user says so, and not while that would cut something short. */
export function UpdateOffer() {
  const t = useT();
  const locale = useLocale();
  const work = useWorkUnderWay();
  const [isLater, setLater] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const busy = kinds.filter((kind) => work[kind] > 0);
  const isIdle = busy.length === 0;

  useEffect(() => {
    if (!isWaiting || !isIdle) return undefined;
    let isHeld = false;
    // What has just ended is still being written down.
    const withdraw = whenIdle(() => void takeUpdate(() => !isHeld));
    return () => {
      isHeld = true;
      withdraw();
    };
  }, [isWaiting, isIdle]);

  const parts = busy.map((kind) => t(`update.${kind}`, { count: work[kind] }));
  const list = new Intl.ListFormat(locale).format(parts);
  if (isLater) return null;
  return (
    <div
      role="status"
      className="appear pointer-events-auto flex max-w-(--measure) flex-wrap items-center justify-end gap-x-3 gap-y-1 rounded-panel border border-line bg-raised py-1.5 ps-4 pe-1.5 shadow-raised"
    >
      <div className="min-w-48 flex-1 py-1">
        <p className="font-medium">{t("update.ready")}</p>
        {isIdle ? null : (
          <p className="text-muted">{t(isWaiting ? "update.waits" : "update.cuts", { work: list })}</p>
        )}
      </div>
      {isWaiting ? (
        <Button onClick={() => setWaiting(false)}>{t("update.cancel")}</Button>
      ) : (
        <Button onClick={() => setWaiting(true)}>{t(isIdle ? "update.reload" : "update.whenDone")}</Button>
      )}
      <IconButton
        label={t("update.later")}
        onClick={() => {
          setWaiting(false);
          setLater(true);
        }}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
