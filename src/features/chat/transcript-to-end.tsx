import { ArrowDown } from "lucide-react";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/**
 * The way to the end. Beside the text where the window has room for it, else on a line of its own above the composer:
 * never over what is read.
 */
export function ToEnd({ hasNews, onClick }: { hasNews: boolean; onClick: () => void }) {
  const t = useT();
  return (
    <div className="flex shrink-0 justify-end px-4 pb-1 @min-[52rem]:absolute @min-[52rem]:start-[calc(50%+var(--measure)/2+0.75rem)] @min-[52rem]:bottom-2 @min-[52rem]:px-0">
      <IconButton
        label={t("reading.toEnd")}
        aria-description={hasNews ? t("reading.news") : undefined}
        onClick={onClick}
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
