import { Button } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type OverwriteDialogProps = {
  /** The model that would be overwritten; absent while nothing is asked. */
  name: string | undefined;
  /** It is known to be there. */
  isThere: boolean;
  onAnswer: (isYes: boolean) => void;
};

/** A create of an existing name replaces the model there, for good. */
export function OverwriteDialog({ name, isThere, onAnswer }: OverwriteDialogProps) {
  const t = useT();
  return (
    <Dialog
      title={t(isThere ? "create.overwrite" : "create.unknownName", { name: name ?? "" })}
      description={t(isThere ? "create.overwriteAbout" : "create.unknownNameAbout")}
      isOpen={name !== undefined}
      onOpenChange={(isOpen) => !isOpen && onAnswer(false)}
    >
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => onAnswer(false)}>{t(isThere ? "create.keepIt" : "create.cancel")}</Button>
        <Button look="danger" onClick={() => onAnswer(true)}>
          {t(isThere ? "create.overwriteIt" : "create.createBlind")}
        </Button>
      </div>
    </Dialog>
  );
}
