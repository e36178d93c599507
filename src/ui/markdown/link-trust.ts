import { type Claim, claimsOf, neverInAddress, parse } from "./link-claims.ts";
import { isShared } from "./link-endings.ts";
import { isLookAlike, readableHost } from "./link-host.ts";

/** Why a link is not followed unasked. */
export interface LinkDoubt {
  readonly reason: "other-address" | "user-info" | "look-alike" | "hidden-characters";
  /** Where it leads, as the browser reads it: a host, or the address of a mail. */
  readonly host: string;
  /** The same in its own letters, where that differs. */
  readonly readable: string | undefined;
}

// Never part of a word: controls of direction, and characters without width.
const neverInWords = /[\u200B\u202A-\u202E\u2060-\u2069\uFEFF]/;

const withoutWww = (host: string): string => host.replace(/^www\./, "").replace(/\.$/, "");
const portOf = (url: URL): string => url.port || (url.protocol === "http:" ? "80" : "443");

function isSame(claim: Claim, url: URL, host: string): boolean {
  const [claimed, real] = [withoutWww(claim.host), withoutWww(host)];
  if (url.protocol === "mailto:" && claim.mail !== undefined) return claim.mail.toLowerCase() === mailOf(url);
  if (claim.port === "" ? url.port !== "" : claim.port !== portOf(url)) return false;
  // A bare name stands for what is below it, too: "wikipedia.org" for en.wikipedia.org.
  return claimed === real || (!claim.isWhole && real.endsWith(`.${claimed}`) && !isShared(claimed));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a mailto link, with its host as a browser would write it. */
function mailOf(url: URL): string {
  const address = decoded(url.pathname).toLowerCase();
  const at = address.lastIndexOf("@") + 1;
  return address.slice(0, at) + (parse(`https://${address.slice(at)}`)?.hostname ?? address.slice(at));
}

/** Whether a mail also goes to somebody whom its address does not name. */
const hasMoreReaders = (url: URL): boolean =>
  url.protocol === "mailto:" &&
  [...url.searchParams.keys()].some((name) => /^(?:to|b?cc)$/i.test(name.trim()));

/**
 * Whether a link may lead elsewhere than a reader believes, so that it asks before it is followed: its words (or its
 * title) name another host than the one it has, there is a name and a password before the host, the host passes for
 * another, or characters that nobody sees stand in it. `address` is what the model wrote, `href` what the browser
 * makes of it: absolute http, https or mailto. Words that look like files or products ("README.md", "node.js") name no host.
 */
export function doubtOf(words: string, address: string, href: string, title = ""): LinkDoubt | undefined {
  const url = new URL(href);
  const isMail = url.protocol === "mailto:";
  const host = isMail ? (mailOf(url).split("@").at(-1) ?? "") : url.hostname;
  const shown = isMail ? mailOf(url) : url.host;
  const readable = readableHost(shown);
  const doubt = (reason: LinkDoubt["reason"]): LinkDoubt => ({
    reason,
    host: shown,
    readable: readable === shown ? undefined : readable,
  });
  // Words that are the address itself name nothing else, however it is punctuated.
  const isItself = (words === address || words === href) && /^[\x21-\x7E]*$/.test(words);
  const claims = [...(isItself ? [] : claimsOf(words)), ...claimsOf(title)];
  const said = words + title;
  if (url.username !== "" || url.password !== "") return doubt("user-info");
  if (neverInWords.test(said) || address.search(neverInAddress) >= 0) return doubt("hidden-characters");
  if (claims.length > 0 && said.search(neverInAddress) >= 0) return doubt("hidden-characters");
  if (hasMoreReaders(url) || claims.some((claim) => !isSame(claim, url, host))) return doubt("other-address");
  return isLookAlike(host) ? doubt("look-alike") : undefined;
}
