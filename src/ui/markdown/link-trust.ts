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
// Part of words in some scripts and of joined pictures, but of no address.
const neverInAddress =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

const commonEndings = new Set(
  "com net org edu gov mil int info biz io ai app dev co me tv xyz online site shop club top example uk us eu de fr nl ch at be es se no fi dk ca au nz br mx ru ua cn jp kr tw hk sg рф рус бел укр срб 中国 中國 香港 台灣 台湾 한국".split(
    " ",
  ),
);
const fileEndings = new Set(
  "md py sh rs ts tsx js jsx mjs cjs go rb pl ps cc cpp hpp cs kt vb json yaml yml toml xml html htm css txt csv pdf zip mov mp4 png jpg svg exe dll so lock env ini cfg conf log sql java php lua ex".split(
    " ",
  ),
);
/** Names of things that only look like hosts. */
const products = new Set(["asp.net", "vb.net", "ado.net", "ml.net", "paint.net", "socket.io"]);

interface Claim {
  readonly host: string;
  readonly port: string;
  readonly isWhole: boolean;
  readonly mail?: string;
}

const parse = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);
const withoutWww = (host: string): string => host.replace(/^www\./, "").replace(/\.$/, "");

function bareClaim(token: string): Claim | undefined {
  const [, user, name = "", path] = /^(?:([^\s/@]+)@)?([^\s/?#@]+)([/?#].*)?$/u.exec(token) ?? [];
  const url = parse(`https://${name}`);
  if (!url || !/[.。．｡]/.test(name)) return undefined;
  const host = url.hostname;
  const ending = readableHost(host).split(".").at(-1) ?? "";
  const isNumeric = /^\d+(?:\.\d+){3}(?::\d+)?$/.test(name);
  const isNamed = /^[a-z]{2,24}$/.test(ending) && !fileEndings.has(ending) && path !== undefined;
  const isCommon = commonEndings.has(ending) && !products.has(host);
  if (!isNumeric && !isCommon && !isNamed && !/^www\../i.test(name)) return undefined;
  const claim = { host, port: url.port, isWhole: false };
  return user === undefined ? claim : { ...claim, mail: `${user}@${host}` };
}

function claimOf(token: string): Claim | undefined {
  if (/^mailto:/i.test(token)) return bareClaim(token.slice(7));
  if (!/^[a-z][a-z0-9+.-]*:[/\\]{2}/i.test(token)) return bareClaim(token);
  const url = parse(token);
  return url && url.hostname !== "" ? { host: url.hostname, port: url.port, isWhole: true } : undefined;
}

/** The addresses that a text names. Only so many of its words are looked at; nobody writes a longer link. */
function claimsOf(words: string): readonly Claim[] {
  const tokens = words.replaceAll(neverInAddress, "").split(/[\s<>"'()[\]{}«»“”，、]+/u, 200);
  return tokens
    .map((token) => claimOf(token.replace(/^[*_~`]+|[.,;:!?…*_~`]+$/gu, "")))
    .filter((claim) => claim !== undefined);
}

const portOf = (url: URL): string => url.port || (url.protocol === "http:" ? "80" : "443");

function isSame(claim: Claim, url: URL, host: string): boolean {
  const [claimed, real] = [withoutWww(claim.host), withoutWww(host)];
  if (url.protocol === "mailto:" && claim.mail !== undefined) return claim.mail.toLowerCase() === mailOf(url);
  if (claim.port !== "" && claim.port !== portOf(url)) return false;
  // A bare name stands for what is below it, too: "wikipedia.org" for en.wikipedia.org.
  return claimed === real || (!claim.isWhole && real.endsWith(`.${claimed}`));
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

/**
 * Whether a link may lead elsewhere than a reader believes, so that it asks before it is followed: its words (or its
 * title) name another host than the one it has, there is a name and a password before the host, the host passes for
 * another, or characters that nobody sees stand in it. `address` is what the model wrote, `href` what the browser
 * makes of it: absolute http, https or mailto. Words that look like files or products ("README.md", "node.js") name no host.
 */
export function doubtOf(words: string, address: string, href: string): LinkDoubt | undefined {
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
  const claims = claimsOf(words);
  if (url.username !== "" || url.password !== "") return doubt("user-info");
  if (neverInWords.test(words) || address.search(neverInAddress) >= 0) return doubt("hidden-characters");
  if (claims.length > 0 && words.search(neverInAddress) >= 0) return doubt("hidden-characters");
  if (claims.some((claim) => !isSame(claim, url, host))) return doubt("other-address");
  return isLookAlike(host) ? doubt("look-alike") : undefined;
}
