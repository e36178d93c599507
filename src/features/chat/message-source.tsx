import { Code } from "lucide-react";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { markControls } from "#src/ui/markdown/control-marks.tsx";

const withControls = (piece: string) => markControls(piece, "code");

/** A reply as the model wrote it, markup and all; what would reorder it is named. */
export function MessageSource({ text }: { text: string }) {
  return (
    <div dir="auto" className="font-mono text-ui whitespace-pre-wrap wrap-anywhere">
      <LongText text={text} draw={withControls} />
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
