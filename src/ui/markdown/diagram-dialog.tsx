import { ZoomIn, ZoomOut } from "lucide-react";
import { useState } from "react";
import { IconButton } from "#src/ui/button.tsx";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";

const steps = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

export type DiagramDialogProps = {
  address: string;
  alt: string;
  width: number;
  height: number;
  onClose: () => void;
};

/** A diagram over the whole window, larger or smaller. */
export function DiagramDialog({ address, alt, width, height, onClose }: DiagramDialogProps) {
  const t = useT();
  const [step, setStep] = useState(3);
  const scale = steps[step] ?? 1;
  return (
    <Dialog
      title={t("preview.diagramTitle")}
      isOpen
      onOpenChange={onClose}
      className="h-[92dvh] sm:top-[4dvh] sm:h-[92dvh] sm:max-h-none sm:w-[calc(100vw-4rem)]"
    >
      <div className="mb-2 flex items-center gap-1">
        <IconButton label={t("preview.zoomOut")} disabled={step === 0} onClick={() => setStep(step - 1)}>
          <ZoomOut aria-hidden />
        </IconButton>
        <span className="facts w-12 text-center">{Math.round(scale * 100)} %</span>
        <IconButton
          label={t("preview.zoomIn")}
          disabled={step === steps.length - 1}
          onClick={() => setStep(step + 1)}
        >
          <ZoomIn aria-hidden />
        </IconButton>
      </div>
      {/* Scrolled with the keyboard, so it takes the focus. */}
      <div className="min-h-0 flex-1 overflow-auto" tabIndex={0} role="group" aria-label={alt} dir="ltr">
        <img src={address} alt={alt} width={width * scale} height={height * scale} className="max-w-none" />
      </div>
    </Dialog>
  );
}
