import { type Finding, stateOf } from "#src/core/connection/finding.ts";
import { useT } from "#src/ui/i18n.tsx";
import { findingText } from "./finding-text.ts";
import { OriginGuide, StartGuide } from "./guides.tsx";
import { StateMark } from "./state-mark.tsx";

export type DiagnosisViewProps = {
  /** Normalised address of the server that was looked at. */
  url: string;
  /** Absent while it is being looked for. */
  finding: Finding | undefined;
};

/** A finding: what it is, what was tried and seen, and the next step. */
export function DiagnosisView({ url, finding }: DiagnosisViewProps) {
  const t = useT();
  const state = stateOf(finding);
  if (!finding)
    return (
      <p className="flex items-center gap-2 text-muted">
        <StateMark state={state} />
        {t("connection.looking", { url })}
      </p>
    );
  const { title, seen, next, values } = findingText(finding, url);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-start gap-2">
        <span className="flex h-5 items-center">
          <StateMark state={state} />
        </span>
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">{t(title, values)}</p>
          <p className="facts mt-0.5 wrap-anywhere">{t(seen, values)}</p>
        </div>
      </div>
      {next ? <p className="wrap-anywhere">{t(next, values)}</p> : null}
      {finding.kind === "origin-refused" ? <OriginGuide origin={finding.origin} /> : null}
      {finding.kind === "unreachable" ? <StartGuide /> : null}
      {finding.kind === "unreachable" && url.includes("//localhost") ? (
        <p className="facts">
          {t("connection.tryNumbers", { url: url.replace("//localhost", "//127.0.0.1") })}
        </p>
      ) : null}
    </div>
  );
}
