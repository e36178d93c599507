import { useState } from "react";
import { examineNow } from "#src/state/doctor.ts";
import type { Examination } from "#src/state/doctor-watch.ts";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { formatElapsed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useNow } from "#src/ui/use-now.ts";
import { reportText } from "./report.ts";

/** When the server is tested again by itself; doing it now; and the whole as text. */
export function Retest({ examination }: { examination: Examination }) {
  const t = useT();
  const [taken, setTaken] = useState<{ how: "copied" | "failed"; at: number | undefined }>();
  // Of another test there is another report.
  const copied = taken?.at === examination.testedAt ? taken?.how : undefined;
  async function copy() {
    const isCopied = await copyText(reportText(examination, navigator.userAgent, t));
    setTaken({ how: isCopied ? "copied" : "failed", at: examination.testedAt });
  }
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button
        onClick={() => {
          if (!examination.isTesting) examineNow();
        }}
        aria-disabled={examination.isTesting}
      >
        {t("doctor.testAgain")}
      </Button>
      <Button look="quiet" onClick={() => void copy()}>
        {t(copied === "copied" ? "connection.copied" : "doctor.copyReport")}
      </Button>
      <NextTest examination={examination} />
      <output className={copied === "failed" ? "facts basis-full" : "sr-only"}>
        {copied ? t(`connection.${copied}`) : null}
      </output>
    </div>
  );
}

function NextTest({ examination: { isTesting, nextAt } }: { examination: Examination }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(1000);
  if (isTesting) return <p className="facts">{t("doctor.testing")}</p>;
  if (nextAt === undefined) return null;
  return <p className="facts">{t("doctor.next", { time: formatElapsed(nextAt - now + 999, locale) })}</p>;
}
