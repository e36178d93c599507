import { FileUp } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { CreateUploads } from "#src/core/models/create-request.ts";
import { useServer } from "#src/state/server.ts";
import { addFiles, useUploads } from "#src/state/uploads.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { GgufDrop } from "./gguf-drop.tsx";
import { missingParts, uploadedFiles } from "./uploaded-files.ts";
import { UploadRow } from "./upload-row.tsx";

export type GgufFilesProps = {
  /** The files by name, each with its `sha256:…`, once all are on the server; null before, and whenever one is not. */
  onChange: (uploads: CreateUploads | null) => void;
};

/** Takes GGUF files, brings them to the server, and shows how far each is. They stay when this goes. */
export function GgufFiles({ onChange }: GgufFilesProps) {
  const t = useT();
  const server = useServer((state) => state.url);
  const all = useUploads((state) => state.uploads);
  const uploads = useMemo(
    () => [...all.values()].filter((upload) => upload.server === server),
    [all, server],
  );
  const files = useMemo(() => uploadedFiles(uploads), [uploads]);
  const chooser = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => onChange(files), [files, onChange]);
  const ready = uploads.filter(({ status }) => status === "ready").length;
  const missing = missingParts(uploads);

  return (
    <div className="flex flex-col gap-3">
      <GgufDrop />
      <div className="flex flex-col items-center gap-2 rounded-panel border border-dashed border-line px-4 py-6 text-center">
        <FileUp aria-hidden className="size-5 text-muted" />
        <p>{t("upload.drop")}</p>
        <Button ref={button} onClick={() => chooser.current?.click()}>
          {t("upload.choose")}
        </Button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={t("upload.files")}
          onChange={({ target }) => {
            addFiles([...(target.files ?? [])]);
            // The same file can be chosen again.
            target.value = "";
          }}
        />
        <p className="facts max-w-prose">{t("upload.about", { server: hostOf(server) })}</p>
      </div>
      {uploads.length === 0 ? null : (
        <ul className="flex flex-col gap-3">
          {uploads.map((upload) => (
            <li key={upload.key} className="border-b border-line pb-3 last:border-b-0">
              <UploadRow upload={upload} onRemoved={() => button.current?.focus()} />
            </li>
          ))}
        </ul>
      )}
      {missing.length === 0 ? null : (
        <p className="text-warn">{t("upload.missing", { parts: missing.join(", ") })}</p>
      )}
      <p role="status" className="facts">
        {uploads.length === 0 ? null : t("upload.ready", { ready, count: uploads.length })}
      </p>
    </div>
  );
}

function hostOf(server: string): string {
  try {
    return new URL(server).host;
  } catch {
    return server;
  }
}
