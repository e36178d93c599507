import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type OverwriteDialogProps = {
  /** The model that would be overwritten; absent while nothing is asked. */
  name: string | undefined;
  onAnswer: (isYes: boolean) => void;
};

/** A create of an existing name replaces the model there, for good. */
export function OverwriteDialog({ name, onAnswer }: OverwriteDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t("create.overwrite", { name: name ?? "" })}
      description={t("create.overwriteAbout")}
      isOpen={name !== undefined}
      onOpenChange={(isOpen) => !isOpen && onAnswer(false)}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onAnswer(false)}>{t("create.keepIt")}</Button>
        <Button look="danger" onClick={() => onAnswer(true)}>
          {t("create.overwriteIt")}
        </Button>
      </div>
    </Dialog>
  );
}
