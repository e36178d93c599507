import type { Cause, OllamaError } from "#src/core/errors.ts";
import type { HealthCheck } from "#src/core/models/health.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

const causes: Partial<Record<Cause, MessageKey>> = {
  unreachable: "health.failed.unreachable",
  cut: "health.failed.cut",
  timeout: "health.failed.unreachable",
  "model-gone": "health.failed.gone",
  "out-of-memory": "health.failed.memory",
  "load-failed": "health.failed.load",
  "runner-died": "health.failed.died",
  unauthorised: "health.failed.unauthorised",
  refused: "health.failed.refused",
  "rate-limited": "health.failed.limited",
  busy: "health.failed.busy",
  malformed: "health.failed.malformed",
  proxy: "health.failed.unreachable",
};

/** What a failed test most probably means, with what to do. */
export function failedText(check: Extract<HealthCheck, { status: "failed" }>): MessageKey {
  return causes[check.cause] ?? "health.failed.other";
}

/** The server's own words in an error, empty where it said none. */
export function wordsOf(error: OllamaError): string {
  switch (error.kind) {
    case "http":
      return `${error.status} ${error.message}`.trim();
    case "in-stream":
    case "app":
      return error.message;
    case "malformed":
      return error.sample;
    default:
      return "";
  }
}
