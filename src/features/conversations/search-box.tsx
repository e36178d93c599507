import { Search, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";

export type SearchBoxProps = { value: string; onChange: (value: string) => void };

/** Searches the titles; the arrow goes into what was found, Enter opens the first, Escape forgets the query. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape" && value) {
      event.preventDefault();
      event.stopPropagation();
      onChange("");
    }
    if (event.key !== "ArrowDown" && (event.key !== "Enter" || !value)) return;
    const first = box.current
      ?.closest("nav")
      ?.querySelector<HTMLElement>("[data-part='conversation-list'] a");
    if (!first) return;
    event.preventDefault();
    if (event.key === "Enter") first.click();
    else first.focus();
  }

  return (
    <div className="relative flex items-center text-muted focus-within:text-text">
      <Search aria-hidden className="pointer-events-none absolute start-2.5 size-4" />
      <input
        ref={box}
        type="search"
        aria-label={t("conversations.search")}
        placeholder={t("conversations.searchPlaceholder")}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        className="h-8 w-full appearance-none rounded-control bg-transparent ps-8.5 pe-8 text-text placeholder:text-muted hover:bg-hover focus:bg-hover focus-visible:-outline-offset-2 pointer-coarse:h-11 pointer-coarse:text-reading [&::-webkit-search-cancel-button]:hidden"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {value ? (
        <IconButton
          label={t("conversations.clearSearch")}
          className="absolute end-0 focus-visible:-outline-offset-2"
          onClick={() => {
            onChange("");
            box.current?.focus();
          }}
        >
          <X aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}
