import { FlaskConical } from "lucide-react";
import { navigate } from "wouter/use-hash-location";
import { useConnection } from "#src/state/connection.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { StateMark, stateTexts } from "./state-mark.tsx";

/** How the server stands to this page, in one word; opens the page that says more. */
export function ConnectionIndicator() {
  const t = useT();
  const status = useConnection((state) => state.status);
  const version = useConnection((state) => state.version);
  const { url, isPractice } = useServer();
  const state = t(stateTexts[status]);
  const host = url.replace(/^https?:\/\//, "");
  return (
    <div className="flex min-w-0 items-center gap-1">
      {isPractice ? <PracticeMark /> : null}
      <Button
        look="quiet"
        className="min-w-0 shrink! gap-1.5 px-2 font-normal"
        aria-label={t("connection.indicator", { state })}
        title={version ? t("connection.indicatorTitle", { host, version }) : host}
        onClick={() => navigate("/connection")}
      >
        <StateMark state={status} />
        {/* On a phone the mark is enough while all is well: its shape tells it from the others. */}
        <span className={classes("truncate", status === "connected" && "max-sm:hidden")}>{state}</span>
      </Button>
    </div>
  );
}

/** Stands wherever the server has no model behind it. */
function PracticeMark() {
  const t = useT();
  return (
    <p className="flex min-w-0 items-center gap-1.5 rounded-control bg-warn-soft px-2 py-0.5 text-facts text-warn">
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      <span aria-hidden className="truncate md:hidden">
        {t("connection.practiceShort")}
      </span>
      <span className="truncate max-md:sr-only">{t("connection.practice")}</span>
    </p>
  );
}
