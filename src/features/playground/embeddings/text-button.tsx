import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";

export type TextButtonProps = {
  texts: readonly string[];
  /** Its place, from 0. */
  index: number;
  isChosen?: boolean;
  className?: string;
  onChoose: (index: number) => void;
};

/** One of the texts by its number and its beginning; choosing it shows what is nearest to it. */
export function TextButton({ texts, index, isChosen, className, onChoose }: TextButtonProps) {
  const t = useT();
  const text = shortText(texts[index] ?? "");
  return (
    <button
      type="button"
      title={t("embeddings.showNearest")}
      aria-pressed={isChosen}
      onClick={() => onChoose(index)}
      className={classes(
        "flex min-w-0 items-baseline gap-1.5 rounded-control px-1 text-start hover:text-accent aria-pressed:text-accent pointer-coarse:min-h-11 pointer-coarse:items-center",
        className,
      )}
    >
      <span className="facts shrink-0">{index + 1}</span>
      <span className="truncate" dir="auto">
        {text}
      </span>
    </button>
  );
}

/** The first line or so; the whole of a long text would only slow the page down. */
export function shortText(text: string): string {
  const line = text.slice(0, 160).replaceAll(/\s+/g, " ").trim();
  return text.length > 160 ? `${line}…` : line;
}
