import { memo, useMemo } from "react";
import { bytesOf, diskShares } from "#src/core/models/library-disk.ts";
import { treemap } from "#src/core/models/library-treemap.ts";
import type { Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { changeLibraryView } from "#src/state/library-view.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

export type DiskUseProps = { models: readonly Model[]; width: number; isOpen: boolean };

/** Pixels; less where the page is narrow. */
const heights = { wide: 168, narrow: 112 };
/** Models with a place of their own; the rest share one. */
const most = 20;
/** The least place, in pixels, that a name and a size fit into. */
const least = { width: 56, height: 38 };

/** Which models take how much of the disk, as areas. The same is in the table, as figures. */
export const DiskUse = memo(function DiskUse({ models, width, isOpen }: DiskUseProps) {
  const t = useT();
  const locale = useLocale();
  const shares = useMemo(() => diskShares(models), [models]);
  if (bytesOf(shares) === 0) return null;
  return (
    <details open={isOpen} onToggle={(event) => changeLibraryView({ showsDisk: event.currentTarget.open })}>
      <summary className="w-fit text-muted hover:text-text pointer-coarse:min-h-11 pointer-coarse:content-center">
        {t("library.disk")}
      </summary>
      <DiskPicture models={models} width={width} />
      <p className="facts mt-1.5">{aboutSharing(models, shares.length, t)}</p>
      <p className="sr-only">
        {shares
          .slice(0, 5)
          .map(({ names, bytes }) => `${names.join(", ")}: ${formatBytes(bytes, locale)}`)
          .join("; ")}
      </p>
    </details>
  );
});

function DiskPicture({ models, width }: { models: readonly Model[]; width: number }) {
  const t = useT();
  const locale = useLocale();
  const height = width < 480 ? heights.narrow : heights.wide;
  const cells = useMemo(() => {
    const shares = diskShares(models).filter(({ bytes }) => bytes > 0);
    const [shown, rest] = [shares.slice(0, most), shares.slice(most)];
    const named = shown.map(({ names, bytes }) => ({ name: names.join(", "), bytes }));
    const others = { name: t("library.diskOthers", { count: rest.length }), bytes: bytesOf(rest) };
    // The rest may be larger than any of them: areas come in falling order.
    const all = rest.length > 0 ? [...named, others] : named;
    // Firefox has toSorted since 115.
    // oxlint-disable-next-line unicorn/no-array-sort
    return [...all].sort((a, b) => b.bytes - a.bytes);
  }, [models, t]);
  const places = treemap(
    cells.map(({ bytes }) => bytes),
    width,
    height,
  );
  return (
    <div aria-hidden className="relative mt-1.5 overflow-hidden rounded-panel" style={{ height }}>
      {places.map((place, index) => {
        const { name = "", bytes = 0 } = cells[index] ?? {};
        const size = formatBytes(bytes, locale);
        const hasText = place.width >= least.width && place.height >= least.height;
        return (
          <div
            key={name}
            title={`${name} · ${size}`}
            className="absolute border border-page bg-accent-soft px-2 py-1 hover:bg-hover"
            style={{ insetInlineStart: place.x, top: place.y, width: place.width, height: place.height }}
          >
            {hasText ? (
              <>
                <div className="truncate" dir="ltr">
                  {name}
                </div>
                <div className="facts truncate">{size}</div>
              </>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

function aboutSharing(models: readonly Model[], shares: number, t: Translate): string {
  const local = diskShares(models).reduce((sum, { names }) => sum + names.length, 0);
  const same = local - shares;
  const about = t("library.diskAbout");
  return same > 0 ? `${about} ${t("library.diskSame", { count: same })}` : about;
}
