import { type Exchange, isRefused } from "#src/core/requests/exchange.ts";
import type { MessageKey, Translate } from "#src/ui/i18n.tsx";

/** The colours of outcomes, each always with its word or figure. */
export function outcomeTone(exchange: Exchange): string {
  const { state } = exchange;
  if (state === "failed" || state === "cut" || isRefused(exchange)) return "text-bad";
  if (state === "stopped") return "text-warn";
  return state === "done" ? "text-good" : "text-muted";
}

/** `200`, `200, cut`, `failed`: what a row has room for. */
export function outcomeWord({ state, status = 0, isBlind }: Exchange, t: Translate): string {
  const word =
    state === "done"
      ? status === 0 || isBlind
        ? t("requests.state.blind")
        : ""
      : t(`requests.state.${state}`);
  return [status > 0 ? String(status) : "", word].filter(Boolean).join(" · ");
}

/** What is known of how it ended, in a sentence; nothing for what is done. */
export function outcomeSentence(exchange: Exchange, t: Translate): string {
  const { state, isBlind } = exchange;
  return state === "done" && !isBlind ? "" : t(sentenceOf(exchange));
}

function sentenceOf({ state, cutHow, status }: Exchange): MessageKey {
  if (state === "done") return "requests.about.blind";
  if (state === "cut") return cutHow === "ended" ? "requests.about.cutEnded" : "requests.about.cutBroken";
  if (state === "stopped" && status === undefined) return "requests.about.stoppedEarly";
  return `requests.about.${state}`;
}
