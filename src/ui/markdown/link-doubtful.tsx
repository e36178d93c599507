import { type KeyboardEvent, type ReactNode, useState } from "react";
import { preloadable } from "#src/ui/preloadable.tsx";
import type { LinkDoubt } from "./link-trust.ts";

const LinkDialog = preloadable(() => import("./link-dialog.tsx").then((module) => module.LinkDialog));

type DoubtfulLinkProps = {
  words: string;
  href: string;
  doubt: LinkDoubt;
  children: ReactNode;
};

/** A link that no key and no button of the mouse can follow: it holds no address, and asks. */
export function DoubtfulLink({ words, href, doubt, children }: DoubtfulLinkProps) {
  const [isAsking, setAsking] = useState(false);
  const ask = () => setAsking(true);
  const askByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    ask();
  };
  return (
    <>
      <span
        role="link"
        tabIndex={0}
        className="markdown-doubtful"
        aria-haspopup="dialog"
        onClick={ask}
        onAuxClick={(event) => event.button === 1 && ask()}
        onKeyDown={askByKey}
        onPointerEnter={() => void LinkDialog.preload().catch(() => {})}
      >
        {children}
      </span>
      {isAsking ? (
        <LinkDialog words={words} href={href} doubt={doubt} onClose={() => setAsking(false)} />
      ) : null}
    </>
  );
}
