import { useEffect, useEffectEvent, useId, useRef } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { changeCompletionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** Characters above which its size is said, and above which only its beginning is in the box: a browser lays the whole box out. */
const long = 50_000;
const tooLong = 150_000;
const shown = 20_000;

const keys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? "⌘ Enter" : "Ctrl+Enter";

/** The prompt, of any length. */
export function PromptField() {
  const t = useT();
  const locale = useLocale();
  const id = useId();
  const prompt = useCompletionForm((form) => form.prompt);
  const isTooLong = prompt.length > tooLong;
  const box = useRef<HTMLTextAreaElement>(null);

  /** Takes a large text in beside the box, which would take seconds to lay it out, or a minute. */
  const take = useEffectEvent((event: Event, text: string) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = box.current ?? {};
    if (isTooLong || prompt.length + text.length <= tooLong) return;
    event.preventDefault();
    changeCompletionForm({ prompt: prompt.slice(0, from) + text + prompt.slice(to) });
  });
  useEffect(() => {
    const element = box.current;
    // React's own event of this name is another one.
    const onInput = (event: InputEvent) => take(event, event.data ?? "");
    const onPaste = (event: ClipboardEvent) => take(event, event.clipboardData?.getData("text/plain") ?? "");
    element?.addEventListener("beforeinput", onInput);
    element?.addEventListener("paste", onPaste);
    return () => {
      element?.removeEventListener("beforeinput", onInput);
      element?.removeEventListener("paste", onPaste);
    };
  }, []);
  const size = prompt.length > long ? formatBytes(new Blob([prompt]).size, locale) : "";
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {t("completion.prompt")}
      </label>
      <textarea
        ref={box}
        id={id}
        dir="auto"
        rows={7}
        readOnly={isTooLong}
        aria-describedby={`${id}-note`}
        className="w-full resize-y rounded-control border border-line bg-page px-3 py-2 font-mono text-ui text-text read-only:text-muted pointer-coarse:text-reading"
        value={isTooLong ? prompt.slice(0, shown) : prompt}
        onChange={(event) => changeCompletionForm({ prompt: event.target.value })}
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
