import { FileText } from "lucide-react";
import { type ChangeEvent, useId, useRef, useState } from "react";
import { plainText } from "#src/core/playground/embedding.ts";
import { Button } from "#src/ui/button.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** What a text box can hold and still be typed in, in bytes. */
const largest = 2_000_000;

/** Takes the lines of a text file. */
export function TextsFile({ onText }: { onText: (text: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [error, setError] = useState("");

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const box = event.target;
    const [file] = box.files ?? [];
    if (!file) return;
    const fault = await read(file);
    // Else the same file, mended, could not be chosen again.
    box.value = "";
    setError(fault);
  }

  async function read(file: File): Promise<string> {
    const { name } = file;
    if (file.size > largest)
      return t("embeddings.file.large", { name, limit: formatWhole(largest / 1_000_000, locale) });
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => undefined,
    );
    if (!bytes) return t("embeddings.file.unreadable", { name });
    const text = plainText(bytes, (all) => new TextDecoder("utf-8", { fatal: true }).decode(all));
    if (text === undefined) return t("embeddings.file.encoding", { name });
    if (text.trim() === "") return t("embeddings.file.empty", { name });
    onText(text);
    return "";
  }

  return (
    <div>
      <input
        ref={input}
        type="file"
        accept=".txt,.csv,.tsv,.md,text/plain"
        aria-label={t("embeddings.file")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => void take(event)}
      />
      <Button
        aria-describedby={error ? id : undefined}
        aria-invalid={error ? true : undefined}
        onClick={() => input.current?.click()}
      >
        <FileText aria-hidden className="size-4" />
        {t("embeddings.file.open")}
      </Button>
      {error ? (
        <p id={id} role="alert" className="facts mt-1 text-bad wrap-anywhere">
          {error}
        </p>
      ) : null}
    </div>
  );
}
