import { type ReactNode, useMemo } from "react";
import { linkAddress } from "./address.ts";
import { markControls } from "./control-marks.tsx";
import "./link.css";
import { DoubtfulLink } from "./link-doubtful.tsx";
import { doubtOf } from "./link-trust.ts";

type LinkProps = {
  url: string;
  title?: string | null | undefined;
  /** What is shown, without markup. */
  words: string;
  children: ReactNode;
};

const beforeBare = /^(?:https?:\/\/|mailto:)?$/;

/** Whether the words are the address, which is read from the left in any text. */
const isBare = (words: string, url: string): boolean =>
  words !== "" && url.endsWith(words) && beforeBare.test(url.slice(0, -words.length));

export function Link({ url, title, words, children }: LinkProps) {
  const href = linkAddress(url);
  const said = title ? `${words} ${title}` : words;
  const doubt = useMemo(
    () => (href === undefined ? undefined : doubtOf(words, url, href, title ?? "")),
    [words, title, url, href],
  );
  if (href !== undefined && doubt !== undefined) {
    return (
      <DoubtfulLink words={said} href={href} doubt={doubt}>
        {children}
      </DoubtfulLink>
    );
  }
  if (href !== undefined) {
    return (
      <a
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        title={title ?? undefined}
        dir={isBare(words, url) ? "ltr" : undefined}
      >
        {words === "" ? <span className="markdown-address">{href}</span> : children}
      </a>
    );
  }
  // A fragment would be an address of the app itself.
  const isKnown = url === "" || url.startsWith("#") || url === words;
  return isKnown ? (
    children
  ) : (
    <>
      {children} <span className="markdown-address">{markControls(url, "code")}</span>
    </>
  );
}
