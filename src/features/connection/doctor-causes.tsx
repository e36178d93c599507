import type { Cause } from "#src/core/connection/causes.ts";
import type { Finding } from "#src/core/connection/finding.ts";
import { useT } from "#src/ui/i18n.tsx";
import { type Asked, causeText } from "./doctor-cause-text.ts";
import { Remedy } from "./doctor-remedy.tsx";

export type CausesProps = {
  finding: Finding;
  url: string;
  onTry: ((url: string) => void) | undefined;
};

/** The cause where it is certain, else all that remain possible, the most likely first and open. */
export function Causes({ finding, url, onTry }: CausesProps) {
  const t = useT();
  const { causes = [], evidence } = finding;
  const [first] = causes;
  if (!first) return null;
  const asked = evidence ?? nowhere;
  const { title, next } = causeText(first, url, asked, t);
  if (first.certainty === "certain")
    return (
      <div className="flex flex-col gap-2">
        <p className="font-medium wrap-anywhere">{t("doctor.certain", { cause: title })}</p>
        <p className="wrap-anywhere">{next}</p>
        <Remedy cause={first} url={url} asked={asked} onTry={onTry} />
      </div>
    );
  return (
    <div className="flex flex-col gap-1">
      <h3 className="facts">{t("doctor.causes", { count: causes.length })}</h3>
      <ol className="divide-y divide-line">
        {causes.map((cause, at) => (
          <li key={cause.kind}>
            <PossibleCause cause={cause} isOpen={at === 0} url={url} asked={asked} onTry={onTry} />
          </li>
        ))}
      </ol>
    </div>
  );
}

const nowhere: Asked = { page: { origin: "" } };

type PossibleCauseProps = Omit<CausesProps, "finding"> & { cause: Cause; isOpen: boolean; asked: Asked };

function PossibleCause({ cause, isOpen, url, asked, onTry }: PossibleCauseProps) {
  const t = useT();
  const { title, next } = causeText(cause, url, asked, t);
  return (
    <details open={isOpen} className="py-1.5">
      <summary className="ms-4 min-h-8 list-outside content-center rounded-control hover:bg-hover pointer-coarse:min-h-11">
        <span className="font-medium wrap-anywhere">{title}</span>{" "}
        <span className="facts">{t(`doctor.certainty.${cause.certainty}`)}</span>
      </summary>
      <div className="ms-4 mt-1 mb-2 flex flex-col gap-2">
        <p className="wrap-anywhere">{next}</p>
        <Remedy cause={cause} url={url} asked={asked} onTry={onTry} />
      </div>
    </details>
  );
}
