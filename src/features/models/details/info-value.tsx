import { textOf } from "#src/core/models/model-info.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { CopyButton } from "./copy-button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { useWindow } from "./use-window.ts";

const rowHeight = 24;
const boxHeight = 420;

export type InfoValueProps = { name: string; value: unknown; onClose: () => void };

/** One value of metadata, whole. */
export function InfoValue({ name, value, onClose }: InfoValueProps) {
  const t = useT();
  return (
    <Dialog title={name} isOpen onOpenChange={onClose} className="sm:w-[44rem]">
      {Array.isArray(value) ? (
        <Values name={name} values={value} />
      ) : (
        <>
          <div>
            <CopyButton label={t("details.copyNamed", { what: name })} text={textOf(value)}>
              {t("details.copy")}
            </CopyButton>
          </div>
          <div
            dir="auto"
            className="mt-2 rounded-control bg-surface p-3 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
          >
            <LongText text={textOf(value)} />
          </div>
        </>
      )}
    </Dialog>
  );
}

function Values({ name, values }: { name: string; values: readonly unknown[] }) {
  const { first, end, before, after, onScroll } = useWindow(values.length, rowHeight, boxHeight);
  return (
    <div
      role="region"
      aria-label={name}
      // What scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="overflow-auto rounded-control bg-surface"
      style={{ maxHeight: boxHeight }}
      onScroll={onScroll}
    >
      <table aria-rowcount={values.length} className="w-full font-mono text-facts" dir="ltr">
        <tbody>
          <tr aria-hidden style={{ height: before }} />
          {values.slice(first, end).map((value, index) => (
            // A value has no name but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={first + index} aria-rowindex={first + index + 1} style={{ height: rowHeight }}>
              <th scope="row" className="w-px px-3 text-end font-normal text-muted tabular-nums">
                {first + index}
              </th>
              <td className="px-3 whitespace-pre">{textOf(value)}</td>
            </tr>
          ))}
          <tr aria-hidden style={{ height: after }} />
        </tbody>
      </table>
    </div>
  );
}
