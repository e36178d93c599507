import { useMemo, useState } from "react";
import type { SnippetRequest } from "#src/core/playground/snippet-request.ts";
import { snippet, type SnippetLanguage, snippetLanguages } from "#src/core/playground/snippets.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { CopyButton } from "./copy-button.tsx";

/** Characters of a program that are shown: more would only slow the page down. */
const longest = 20_000;

export type CodeDialogProps = { request: SnippetRequest; onClose: () => void };

/** A request as a program that runs as it is. */
export function CodeDialog({ request, onClose }: CodeDialogProps) {
  const t = useT();
  const locale = useLocale();
  const [language, setLanguage] = useState<SnippetLanguage>("curl");
  const code = useMemo(() => snippet(language, request), [language, request]);
  return (
    <Dialog
      title={t("playground.codeTitle")}
      description={t(request.headers?.length ? "playground.codeSecrets" : "playground.codeAbout")}
      isOpen
      onOpenChange={onClose}
      className="sm:w-[48rem]"
    >
      <fieldset className="mb-3 flex flex-wrap gap-1">
        <legend className="sr-only">{t("playground.codeLanguage")}</legend>
        {snippetLanguages.map((name) => (
          <label
            key={name}
            className="inline-flex min-h-8 items-center rounded-control px-3 text-muted select-none hover:bg-hover has-checked:bg-accent-soft has-checked:font-medium has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="language"
              className="sr-only"
              checked={name === language}
              onChange={() => setLanguage(name)}
            />
            {t(`playground.codeIn.${name}`)}
          </label>
        ))}
      </fieldset>
      <pre
        role="region"
        aria-label={t("playground.codeText")}
        dir="ltr"
        // A region that scrolls has to be reachable with the keyboard.
        tabIndex={0}
        className="max-h-[50dvh] overflow-auto rounded-control border border-line bg-surface p-3 font-mono text-facts"
      >
        {code.slice(0, longest)}
      </pre>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <CopyButton look="primary" text={() => code} />
        {code.length > longest ? (
          <span className="facts">
            {t("playground.codeCut", {
              shown: formatBytes(longest, locale),
              whole: formatBytes(new Blob([code]).size, locale),
            })}
          </span>
        ) : null}
      </div>
    </Dialog>
  );
}
