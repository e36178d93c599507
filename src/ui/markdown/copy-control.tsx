import { Check, type LucideIcon, X } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";

const saidFor = 2000;

type CopyControlProps = {
  label: string;
  icon: LucideIcon;
  /** Made when it is asked for. */
  text: () => string;
};

/** A small control that copies, and says in its name whether it did. */
export function CopyControl({ label, icon: Icon, text }: CopyControlProps) {
  const t = useT();
  const [said, setSaid] = useState<{ readonly isCopied: boolean }>();
  useEffect(() => {
    if (!said) return undefined;
    const timer = setTimeout(() => setSaid(undefined), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => setSaid({ isCopied: await copyText(text()) });
  const outcome = said && t(said.isCopied ? "markdown.copied" : "markdown.copyFailed");
  const Sign = said ? (said.isCopied ? Check : X) : Icon;
  return (
    <button
      type="button"
      className="markdown-control"
      aria-label={outcome ?? label}
      title={outcome ?? label}
      onClick={() => void copy()}
    >
      <Sign size={14} aria-hidden />
    </button>
  );
}
