import type { OllamaError } from "#src/core/errors.ts";
import type { GgufFault } from "#src/core/models/gguf.ts";
import { type EndFailure, endFailure } from "#src/features/models/end-failure.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The cause of an upload's end. */
export function uploadFailure(error: OllamaError): EndFailure {
  return endFailure(error, {
    server: "upload.failed.server",
    cut: "upload.failed.cut",
    other: "upload.failed.other",
    ofWords: (message, status) => (status === undefined ? undefined : keyOfAnswer(status, message)),
  });
}

function keyOfAnswer(status: number, message: string): MessageKey | undefined {
  if (message.startsWith("digest mismatch")) return "upload.failed.mismatch";
  if (/no space left on device|not enough space/i.test(message)) return "upload.failed.space";
  if (status === 413) return "upload.failed.tooLarge";
  if (status === 401 || status === 403) return "upload.failed.refused";
  if (status === 404 || status === 405) return "upload.failed.noRoute";
  if (status === 502 || status === 503 || status === 504) return "upload.failed.proxy";
  return undefined;
}

/** Why a file is not taken. */
export function faultKey(fault: GgufFault): MessageKey {
  return fault === "big-endian" ? "upload.fault.bigEndian" : `upload.fault.${fault}`;
}
