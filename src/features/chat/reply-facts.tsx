import type { Reply } from "#src/core/conversation/message.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCount, formatDuration, formatSpeed, formatWhole } from "#src/ui/figures.ts";

/** The quiet line under an ended reply: counts are the server's, times are measured here. */
export function ReplyFacts({ reply }: { reply: Reply }) {
  const t = useT();
  const locale = useLocale();
  const facts = replyFacts(reply, t, locale);
  return facts.length === 0 ? null : (
    <p data-part="facts" className="facts mt-2">
      {facts.join(" · ")}
    </p>
  );
}

function replyFacts(
  { status, usage, timing, context }: Reply,
  t: Translate,
  locale: string,
): readonly string[] {
  const facts: string[] = [];
  if (status === "stopped") facts.push(t("chat.endedStopped"));
  if (usage) {
    const count = usage.completionTokens;
    facts.push(t("chat.tokens", { count, shown: formatWhole(count, locale) }));
    if (timing?.writingMs && timing.writingMs > 100 && count > 1) {
      facts.push(t("chat.speed", { speed: formatSpeed(((count - 1) / timing.writingMs) * 1000, locale) }));
    }
  }
  if (timing?.firstTokenMs !== undefined && (usage || status === "stopped")) {
    facts.push(t("chat.firstAfter", { time: formatDuration(timing.firstTokenMs, locale) }));
  }
  if (usage) {
    const used = formatCount(usage.promptTokens + usage.completionTokens, locale);
    const prompt = formatCount(usage.promptTokens, locale);
    facts.push(
      context?.allocated === undefined
        ? t("chat.contextUnknown", { used: prompt })
        : t("chat.contextUse", { used, all: formatCount(context.allocated, locale) }),
    );
  }
  return facts;
}
