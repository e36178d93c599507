import { closeModelAction } from "#src/state/model-actions.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type DialogButtonsProps = {
  /** What is done. */
  label: string;
  isBusy?: boolean;
  isDanger?: boolean;
  isDisabled?: boolean;
};

/** The end of a form: cancel, or do it. */
export function DialogButtons({ label, isBusy = false, isDanger = false, isDisabled }: DialogButtonsProps) {
  const t = useT();
  return (
    <div className="mt-1 flex flex-wrap justify-end gap-2">
      <Button onClick={closeModelAction} disabled={isBusy}>
        {t("actions.cancel")}
      </Button>
      {/* Not disabled while it works: the focus would be lost. */}
      <Button
        type="submit"
        look={isDanger ? "danger" : "primary"}
        aria-disabled={isBusy || undefined}
        disabled={isDisabled}
      >
        {label}
      </Button>
    </div>
  );
}
