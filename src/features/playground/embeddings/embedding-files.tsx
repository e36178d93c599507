import { Download } from "lucide-react";
import type { Embedded } from "#src/core/playground/embedding.ts";
import { embeddingFile } from "#src/core/playground/embedding-file.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";

const formats = ["json", "csv", "npy"] as const;

/** The embeddings as files. */
export function EmbeddingFiles({ result }: { result: Embedded }) {
  const t = useT();
  return (
    <div role="group" aria-label={t("embeddings.files")} className="flex flex-wrap gap-2">
      {formats.map((format) => (
        <Button
          key={format}
          onClick={() => {
            const { name, content, type } = embeddingFile(result, format);
            saveFile(name, content, type);
          }}
        >
          <Download aria-hidden className="size-4" />
          {t(`embeddings.file.${format}`)}
        </Button>
      ))}
    </div>
  );
}
