import type { CacheSize, MemoryEstimate, Verdict } from "#src/core/models/memory-fit.ts";
import { formatBytes } from "#src/core/models/size.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** Whether it fits, in a sentence that says how sure that is. */
export function verdictText(
  verdict: Verdict,
  { total, weights, cache }: MemoryEstimate,
  memory: { readonly given?: number; readonly seen?: number },
  t: Translate,
  locale: string,
): string {
  const bytes = (value: number) => formatBytes(value, locale);
  const given = bytes(memory.given ?? 0);
  if (total === undefined) {
    const isAskable = cache.kind === "unknown" && cache.why === "hidden";
    const left = isAskable ? "details.fit.weightsYet" : "details.fit.weightsAlone";
    const key = verdict === "too-large" ? "details.fit.weightsTooLarge" : left;
    return t(key, { size: bytes(weights), memory: given });
  }
  const size = `${cache.kind === "at-most" ? "≤" : "≈"} ${bytes(total)}`;
  if (verdict === "too-large") return t("details.fit.tooLarge", { size, memory: given });
  if (verdict === "fits")
    return memory.given === undefined
      ? t("details.fit.fitsSeen", { size, memory: bytes(memory.seen ?? 0) })
      : t("details.fit.fits", { size, memory: given });
  return memory.given === undefined
    ? t("details.fit.memoryUnknown", { size })
    : t("details.fit.cannotTell", { size, memory: given });
}

/** Why there is no figure for the cache, or only a bound. */
export function cacheNote(cache: CacheSize, t: Translate): string | undefined {
  if (cache.kind === "at-most") return t("details.fit.atMost");
  if (cache.kind === "none") return t("details.fit.noCache");
  if (cache.kind !== "unknown" || cache.why === "hidden") return undefined;
  return t(`details.fit.why.${cache.why}`);
}
