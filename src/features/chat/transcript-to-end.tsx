import { ArrowDown } from "lucide-react";
import type { RefObject } from "react";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type ToEndProps = {
  log: RefObject<HTMLElement | null>;
  hasNews: boolean;
  onClick: () => void;
};

/**
 * The way to the end. Beside the text where the window has room for it, else on a line of its own above the composer:
 * over what is read only in a window of a few lines, which that line would take away. It goes when the end is there, so the
 * transcript takes its focus.
 */
export function ToEnd({ log, hasNews, onClick }: ToEndProps) {
  const t = useT();
  return (
    <div className="flex shrink-0 justify-end px-4 pb-1 [@media(height<20rem)]:absolute [@media(height<20rem)]:end-0 [@media(height<20rem)]:bottom-0 @min-[52rem]:absolute @min-[52rem]:start-[calc(50%+var(--measure)/2+0.75rem)] @min-[52rem]:bottom-2 @min-[52rem]:px-0">
      <IconButton
        label={t("reading.toEnd")}
        aria-description={hasNews ? t("reading.news") : undefined}
        onClick={(event) => {
          if (event.currentTarget === document.activeElement) log.current?.focus({ preventScroll: true });
          onClick();
        }}
        className="relative rounded-full border border-line bg-raised"
      >
        <ArrowDown aria-hidden />
        {hasNews ? (
          <span aria-hidden className="absolute -end-0.5 -top-0.5 size-2.5 rounded-full bg-accent" />
        ) : null}
      </IconButton>
    </div>
  );
}
