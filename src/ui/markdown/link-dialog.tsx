import { useState } from "react";
import { Button } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { Dialog } from "#src/ui/dialog.tsx";
import { useT } from "#src/ui/i18n.tsx";
import type { LinkDoubt } from "./link-trust.ts";

export type LinkDialogProps = {
  words: string;
  href: string;
  doubt: LinkDoubt;
  onClose: () => void;
};

const controls = /[\p{Cf}\p{Cc}]/gu;

/** Words on a line of their own, without what could reorder or hide them. */
const plainly = (text: string) => text.replaceAll(controls, "\uFFFD");

/** Where a doubtful link leads, before it is followed. */
export function LinkDialog({ words, href, doubt, onClose }: LinkDialogProps) {
  const t = useT();
  const [copied, setCopied] = useState<"markdown.linkCopied" | "markdown.copyFailed">();
  const [before, after] = splitAt(href, doubt.host);
  const open = () => {
    window.open(href, "_blank", "noopener,noreferrer");
    onClose();
  };
  const copy = async () => setCopied((await copyText(href)) ? "markdown.linkCopied" : "markdown.copyFailed");
  return (
    <Dialog
      title={t("markdown.linkAsks")}
      description={t(`markdown.linkDoubt.${doubt.reason}`)}
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <dl className="flex flex-col gap-3">
        <div>
          <dt className="facts">{t("markdown.linkLeadsTo")}</dt>
          <dd dir="ltr" className="max-h-40 overflow-y-auto text-start font-mono wrap-anywhere text-muted">
            {before}
            <strong className="font-semibold text-text">{doubt.host}</strong>
            {after}
          </dd>
          {doubt.readable === undefined ? null : (
            <dd className="facts">{t("markdown.linkReads", { host: plainly(doubt.readable) })}</dd>
          )}
        </div>
        <div>
          <dt className="facts">{t("markdown.linkSays")}</dt>
          <dd dir="auto" className="max-h-32 overflow-y-auto wrap-anywhere">
            {plainly(words)}
          </dd>
        </div>
      </dl>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <p role="status" className="facts me-auto self-center">
          {copied === undefined ? null : t(copied)}
        </p>
        <Button onClick={open}>{t("markdown.linkOpen")}</Button>
        <Button onClick={() => void copy()}>{t("markdown.linkCopy")}</Button>
        <Button look="primary" onClick={onClose}>
          {t("markdown.linkCancel")}
        </Button>
      </div>
    </Dialog>
  );
}

/** What stands before and after the host. A name before it may hold the same letters, so it is looked for behind the last sign of one. */
function splitAt(href: string, host: string): readonly [string, string] {
  const rest = /^[^/]*:\/\/[^/?#]*@/.exec(href)?.[0].length ?? 0;
  const at = href.indexOf(host, rest);
  return at < 0 ? [`${href} `, ""] : [href.slice(0, at), href.slice(at + host.length)];
}
