import type { OllamaError } from "#src/core/errors.ts";
import type { GgufFault } from "#src/core/models/gguf.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The cause of an upload's end, as the key of its text, and the server's own words where there are any. */
export function uploadFailure(error: OllamaError): { readonly key: MessageKey; readonly details?: string } {
  switch (error.kind) {
    case "http":
      return {
        key: keyOfAnswer(error.status, error.message),
        details: `${error.status} ${error.message}`.trim(),
      };
    case "unreachable":
    case "timeout":
      return { key: "upload.failed.server" };
    case "cut":
      return { key: "upload.failed.cut" };
    case "in-stream":
    case "app":
      return { key: "upload.failed.other", details: error.message };
    case "malformed":
      return { key: "upload.failed.other", details: error.sample };
    case "lost-reason":
      return { key: "upload.failed.other" };
  }
}

function keyOfAnswer(status: number, message: string): MessageKey {
  if (message.startsWith("digest mismatch")) return "upload.failed.mismatch";
  if (/no space left on device|not enough space/i.test(message)) return "upload.failed.space";
  if (status === 413) return "upload.failed.tooLarge";
  if (status === 401 || status === 403) return "upload.failed.refused";
  if (status === 404 || status === 405) return "upload.failed.noRoute";
  if (status === 502 || status === 503 || status === 504) return "upload.failed.proxy";
  return "upload.failed.other";
}

/** Why a file is not taken. */
export function faultKey(fault: GgufFault): MessageKey {
  return fault === "big-endian" ? "upload.fault.bigEndian" : `upload.fault.${fault}`;
}
