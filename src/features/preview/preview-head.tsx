import { ChevronLeft, ChevronRight, Download, Maximize2, Minimize2, X } from "lucide-react";
import { useState } from "react";
import type { OpenPreview } from "#src/state/previews.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";

const names = { html: "HTML", svg: "SVG", js: "JavaScript" };
const files = {
  html: { name: "preview.html", type: "text/html" },
  svg: { name: "preview.svg", type: "image/svg+xml" },
  js: { name: "preview.js", type: "text/javascript" },
};

export type PreviewHeadProps = {
  open: OpenPreview;
  /** Among the versions, from 0; -1 where the shown branch does not hold it. */
  index: number;
  count: number;
  isFull: boolean;
  onShow: (index: number) => void;
  onFull: () => void;
  onClose: () => void;
};

export function PreviewHead({ open, index, count, isFull, onShow, onFull, onClose }: PreviewHeadProps) {
  const t = useT();
  const file = files[open.kind];
  return (
    <header className="flex shrink-0 flex-wrap items-center gap-1 px-3 py-2">
      <h2 data-first tabIndex={-1} className="me-1 truncate text-ui font-medium outline-none">
        {names[open.kind]}
      </h2>
      {index === 0 && count === 1 ? null : <Versions index={index} count={count} onShow={onShow} />}
      <Newer key={`${open.conversationId} ${open.kind}`} index={index} count={count} onShow={onShow} />
      <span className="flex-1" />
      <IconButton label={t("preview.download")} onClick={() => saveFile(file.name, open.source, file.type)}>
        <Download aria-hidden />
      </IconButton>
      <IconButton
        label={t(isFull ? "preview.exitFull" : "preview.full")}
        className="max-md:hidden"
        onClick={onFull}
      >
        {isFull ? <Minimize2 aria-hidden /> : <Maximize2 aria-hidden />}
      </IconButton>
      <IconButton label={t("preview.close")} onClick={onClose}>
        <X aria-hidden />
      </IconButton>
    </header>
  );
}

function Versions({ index, count, onShow }: Pick<PreviewHeadProps, "index" | "count" | "onShow">) {
  const t = useT();
  return (
    <span className="flex items-center gap-1">
      <IconButton
        label={t("preview.previous")}
        disabled={index === 0 || count === 0}
        onClick={() => onShow(index < 0 ? count - 1 : index - 1)}
      >
        <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <span className="facts">
        {index < 0 ? t("preview.elsewhere") : t("preview.version", { number: index + 1, count })}
      </span>
      <IconButton label={t("preview.next")} disabled={index >= count - 1} onClick={() => onShow(index + 1)}>
        <ChevronRight aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
    </span>
  );
}

/** Says that a version came while another was looked at: what the user opened is not changed under their hands. */
function Newer({ index, count, onShow }: Pick<PreviewHeadProps, "index" | "count" | "onShow">) {
  const t = useT();
  const [known, setKnown] = useState(count);
  const isLast = index === count - 1;
  if ((isLast && known !== count) || known > count) setKnown(count);
  const isNewer = count > known && !isLast;
  return (
    <span role="status" className="facts">
      {isNewer ? (
        <button
          type="button"
          className="min-h-8 font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
          onClick={() => onShow(count - 1)}
        >
          {t("preview.newer")}
        </button>
      ) : null}
    </span>
  );
}
