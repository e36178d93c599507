import { useId } from "react";
import { changeSettings, useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";

const choices = [1, 2, 3];

/** How many pulls run at once; the others wait. */
export function PullsAtOnce() {
  const t = useT();
  const id = useId();
  const value = useSettings((state) => state.pullsAtOnce);
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="text-muted">
        {t("pulls.atOnce")}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => changeSettings({ pullsAtOnce: Number(event.target.value) })}
        className="min-h-8 rounded-control border border-line bg-raised px-2 text-ui pointer-coarse:min-h-11"
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </span>
  );
}
