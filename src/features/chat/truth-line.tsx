import { useCallback, useEffect } from "react";
import { announce } from "#src/state/announcements.ts";
import { useStore } from "zustand";
import type { Run, RunView } from "#src/state/run-view.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCount, formatElapsed, formatSpeed } from "#src/ui/figures.ts";
import { useNow } from "#src/ui/use-now.ts";

/** Silence of the server for longer than this, in mid-reply, is said. */
const stallAfter = 30_000;

/** What the server is doing now, for how long, and the fact that proves it; one line, replaced in place. */
export function TruthLine({ run: { view } }: { run: Run }) {
  const t = useT();
  const locale = useLocale();
  // A change of phase is said at once. Figures that change with each token change twice a second, in a frame that is drawn
  // for the text anyway; the clock draws a frame of its own, so it goes no faster than what is silent needs, and not at all
  // while words come.
  const phase = useStore(view, (now) => now.phase);
  useStore(view, ({ lastByteAt }) => Math.floor(lastByteAt / 500));
  const isTimeShown = useCallback(() => {
    const { lastByteAt, phase: current } = view.getState();
    // In a pause the last words are to be counted, too.
    return current !== "writing" || Date.now() - lastByteAt > 500;
  }, [view]);
  const now = useNow(phase === "writing" ? 1000 : 500, isTimeShown);
  const run = view.getState();
  const silence = now - run.lastByteAt;
  const isStalled = (run.phase === "writing" || run.phase === "thinking") && silence > stallAfter;
  const stalled = isStalled ? t("chat.stalled", { time: formatElapsed(stallAfter, locale) }) : "";
  useEffect(() => {
    if (stalled) announce(stalled);
  }, [stalled]);
  return (
    <p data-part="phase" className="facts flex h-9 items-center gap-2">
      <span aria-hidden className="size-1.5 shrink-0 rounded-full bg-accent" />
      <span className="min-w-0 truncate">
        {isStalled
          ? t("chat.stalled", { time: formatElapsed(silence, locale) })
          : phaseFacts(run, now, t, locale).join(" · ")}
      </span>
    </p>
  );
}

function phaseFacts(run: RunView, now: number, t: Translate, locale: string): readonly string[] {
  const elapsed = formatElapsed(now - run.phaseSince, locale);
  switch (run.phase) {
    case "queued":
      return [t("chat.phase.queued", { position: run.position ?? 1 }), elapsed];
    case "loading":
    case "behind":
      return [t(`chat.phase.${run.phase}`, { model: run.reply.model }), elapsed];
    case "contacting":
    case "reading":
    case "thinking":
      return [t(`chat.phase.${run.phase}`), elapsed];
    case "writing": {
      const tokens = t("chat.estimatedTokens", { count: formatCount(run.pieces, locale) });
      const speed = piecesPerSecond(run);
      if (speed === undefined) return [t("chat.phase.writing"), tokens];
      return [
        t("chat.phase.writing"),
        t("chat.estimatedSpeed", { speed: formatSpeed(speed, locale) }),
        tokens,
      ];
    }
  }
}

/** Speed since the first piece; unknown until half a second of them has come. */
function piecesPerSecond(run: RunView): number | undefined {
  const first = run.startedAt + (run.reply.timing?.firstTokenMs ?? 0);
  const span = run.lastByteAt - first;
  return span < 500 || run.pieces < 2 ? undefined : ((run.pieces - 1) / span) * 1000;
}
