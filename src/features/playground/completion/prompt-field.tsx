import { useId } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { changeCompletionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** Characters above which its size is said, and above which only its beginning is in the box: a browser lays the whole box out. */
const long = 100_000;
const tooLong = 500_000;
const shown = 20_000;

const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘ Enter" : "Ctrl+Enter";

/** The prompt, of any length. */
export function PromptField() {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const prompt = useCompletionForm((form) => form.prompt);
  const isTooLong = prompt.length > tooLong;
  const size = prompt.length > long ? formatBytes(new Blob([prompt]).size, locale) : "";
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("completion.prompt")}
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={7}
        readOnly={isTooLong}
        aria-describedby={`${id}-note`}
        className="w-full resize-y rounded-control border border-line bg-page px-3 py-2 font-mono text-ui text-text read-only:text-muted pointer-coarse:text-reading"
        value={isTooLong ? prompt.slice(0, shown) : prompt}
        onChange={(event) => changeCompletionForm({ prompt: event.target.value })}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          const { selectionStart: from, selectionEnd: to } = event.currentTarget;
          if (isTooLong || prompt.length + pasted.length <= tooLong) return;
          // The box is spared what it would take seconds to lay out.
          event.preventDefault();
          changeCompletionForm({ prompt: prompt.slice(0, from) + pasted + prompt.slice(to) });
        }}
      />
      <div id={`${id}-note`} className="facts mt-1">
        {isTooLong
          ? t("completion.promptLarge", { size })
          : [size && t("completion.promptSize", { size }), t("completion.promptHint", { keys })].join(" ")}
      </div>
      {isTooLong ? (
        <Button className="mt-2" onClick={() => changeCompletionForm({ prompt: "" })}>
          {t("completion.promptClear")}
        </Button>
      ) : null}
    </div>
  );
}
