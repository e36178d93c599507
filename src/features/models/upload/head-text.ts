import { formatBytes } from "#src/core/models/size.ts";
import type { UploadView } from "#src/state/upload-view.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** What a file says it is: its size first, then what stands in its head. */
export function headText({ size, head }: UploadView, t: Translate, locale: string): string {
  const facts: (string | undefined)[] = [formatBytes(size, locale)];
  if (head) {
    facts.push(
      head.kind === "model" ? undefined : t(`upload.kind.${head.kind}`),
      head.part && t("upload.part", head.part),
      head.name && short(head.name),
      head.architecture && short(head.architecture),
      head.sizeLabel && short(head.sizeLabel),
      head.fileType,
      head.contextLength === undefined
        ? undefined
        : t("upload.context", { tokens: head.contextLength.toLocaleString(locale) }),
      `GGUF ${head.version}`,
    );
  }
  return facts.filter(Boolean).join(" · ");
}

/** Anything may stand in a file. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
