import { useLocale } from "#src/ui/i18n.tsx";

export type FilterToggleProps = { label: string; count: number; isOn: boolean; onToggle: () => void };

/** A filter that is on or off, with how many models it is about. */
export function FilterToggle({ label, count, isOn, onToggle }: FilterToggleProps) {
  const locale = useLocale();
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onToggle}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-control border border-line px-2.5 hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft pointer-coarse:min-h-11"
    >
      {label} <span className="facts">{count.toLocaleString(locale)}</span>
    </button>
  );
}
