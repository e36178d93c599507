import type { ReactNode } from "react";
import { linkAddress } from "./address.ts";

type LinkProps = {
  url: string;
  title?: string | null | undefined;
  /** What is shown, without markup. */
  words: string;
  children: ReactNode;
};

export function Link({ url, title, words, children }: LinkProps) {
  const href = linkAddress(url);
  if (href !== undefined) {
    return (
      <a href={href} target="_blank" rel="noopener noreferrer" title={title ?? undefined}>
        {children}
      </a>
    );
  }
  // A fragment would be an address of the app itself.
  const isKnown = url === "" || url.startsWith("#") || url === words;
  return isKnown ? (
    children
  ) : (
    <>
      {children} <span className="markdown-address">{url}</span>
    </>
  );
}
