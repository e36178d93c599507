import { Code } from "lucide-react";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";

/** A reply as the model wrote it, markup and all. */
export function MessageSource({ text }: { text: string }) {
  return (
    <div dir="auto" className="font-mono text-ui whitespace-pre-wrap wrap-anywhere">
      <LongText text={text} />
    </div>
  );
}

export type SourceToggleProps = { isShown: boolean; onChange: (isShown: boolean) => void };

/** Between what the model wrote and how it looks. */
export function SourceToggle({ isShown, onChange }: SourceToggleProps) {
  const t = useT();
  return (
    <IconButton
      label={t(isShown ? "chat.showFormatted" : "chat.showSource")}
      aria-pressed={isShown}
      className="aria-pressed:text-accent"
      onClick={() => onChange(!isShown)}
    >
      <Code aria-hidden />
    </IconButton>
  );
}
