import { Search } from "lucide-react";

export type SearchFieldProps = {
  /** Its name, also shown while it is empty. */
  label: string;
  value: string;
  onChange: (text: string) => void;
};

/** A box that narrows the list below it as somebody types. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <label className="flex min-w-0 flex-1 basis-56 items-center gap-2 rounded-control border border-line bg-page px-2.5 focus-within:border-accent sm:max-w-80">
      <Search aria-hidden className="size-4 shrink-0 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className="min-h-8 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:text-reading"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
