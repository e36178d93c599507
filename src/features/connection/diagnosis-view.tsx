import { useEffect } from "react";
import { type Finding, stateOf } from "#src/core/connection/finding.ts";
import { openDoctor, useDoctor } from "#src/state/doctor.ts";
import { useT } from "#src/ui/i18n.tsx";
import { Causes } from "./doctor-causes.tsx";
import { OldServer } from "./doctor-old-server.tsx";
import { Retest } from "./doctor-retest.tsx";
import { Setup } from "./doctor-setup.tsx";
import { Steps } from "./doctor-steps.tsx";
import { StreamTest } from "./doctor-stream.tsx";
import { findingText } from "./finding-text.ts";
import { StateMark } from "./state-mark.tsx";

export type DiagnosisViewProps = {
  /** Normalised address of the server; empty before it is known. */
  url: string;
  /** Takes up another address, which was found to work. */
  onTry?: (url: string) => void;
};

/** How a server stands to this page, examined again and again while this is on screen: what it is, why, what to do, what was tried. */
export function DiagnosisView({ url, onTry }: DiagnosisViewProps) {
  const t = useT();
  useEffect(() => (url === "" ? undefined : openDoctor(url)), [url]);
  const examination = useDoctor();
  const finding = examination.url === url ? examination.finding : undefined;
  if (!finding) return <Looking url={url} />;
  const { evidence } = finding;
  return (
    <div className="flex flex-col gap-3">
      <Headline url={url} finding={finding} />
      <Causes finding={finding} url={url} onTry={onTry} />
      {finding.kind === "connected" ? <OldServer version={finding.version} /> : null}
      {finding.kind === "connected" && finding.version !== "" ? <StreamTest url={url} key={url} /> : null}
      <div className="flex flex-col border-t border-line pt-2">
        {evidence ? <Steps evidence={evidence} /> : null}
        {evidence?.isOpenAi ? null : <Setup origin={evidence?.page.origin ?? ""} />}
        <Retest examination={examination} />
        <p className="facts mt-2">
          <a href="#/requests" className="font-medium text-accent">
            {t("requests.title")}
          </a>
          : {t("requests.link")}
        </p>
      </div>
    </div>
  );
}

function Looking({ url }: { url: string }) {
  const t = useT();
  return (
    <p className="flex items-center gap-2 text-muted" aria-live="polite">
      <StateMark state="checking" />
      {t("connection.looking", { url })}
    </p>
  );
}

function Headline({ url, finding }: { url: string; finding: Finding }) {
  const t = useT();
  const { title, seen, values } = findingText(finding, url);
  return (
    <div className="flex items-start gap-2" aria-live="polite">
      <span className="flex h-5 items-center">
        <StateMark state={stateOf(finding)} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium wrap-anywhere">{t(title, values)}</p>
        <p className="facts mt-0.5 wrap-anywhere">{t(seen, values)}</p>
      </div>
    </div>
  );
}
