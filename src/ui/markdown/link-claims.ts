import { readableHost } from "./link-host.ts";

/** An address that words name. */
export interface Claim {
  readonly host: string;
  readonly port: string;
  /** With its scheme: it stands for no host below it. */
  readonly isWhole: boolean;
  readonly mail?: string;
}

/** Part of words in some scripts and of joined pictures, but of no address. */
export const neverInAddress =
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

// What passes for the marks of an address (UTS 39) and is not, or not always, one of them in NFKC.
const dots = /[\u0701\u0702\u2024\u3002\uA4F8\uA60E\uFE52\uFF0E\uFF61]/g;
const slashes = /[\\\u1735\u2041\u2044\u2215\u2571\u29F8\uFF0F\uFF3C]/g;
const colons = /[\u0589\u2236\uA789\uFE13\uFE55\uFF1A]/g;
// They stand after a word, and are letters and digits in NFKC.
const raised = /[\u00AA\u00B2\u00B3\u00B9\u00BA\u02B0-\u02FF\u1D2C-\u1D6A\u1D78\u1D9B-\u1DBF\u2070-\u209F]/g;
const outside = /[^\p{L}\p{M}\p{Nd}.\-_:/@?#%=~+&]+/u;

/** An address that no browser could read names no host, and so never the one a link has. */
const unreadable: Claim = { host: "?", port: "", isWhole: true };

export const parse = (address: string): URL | undefined =>
  URL.canParse(address) ? new URL(address) : undefined;

function bareClaim(token: string): Claim | undefined {
  const [, user, name = "", path] = /^(?:([^\s/@]+)@)?([^\s/?#@]+)([/?#].*)?$/u.exec(token) ?? [];
  const url = parse(`https://${name}`);
  if (!url || !name.includes(".")) return undefined;
  const host = url.hostname;
  const ending = readableHost(host).split(".").at(-1) ?? "";
  const isNumeric = /^\d+(?:\.\d+){3}(?::\d+)?$/.test(name);
  const isNamed = /^[a-z]{2,24}$/.test(ending) && !fileEndings.has(ending) && path !== undefined;
  const isCommon = commonEndings.has(ending) && !products.has(host);
  if (!isNumeric && !isCommon && !isNamed && !/^www\../i.test(name)) return undefined;
  const claim = { host, port: url.port, isWhole: false };
  return user === undefined ? claim : { ...claim, mail: `${user.split(":").at(-1)}@${host}` };
}

/** Without a dot, a colon or a sign that passes for one there is no address. */
const wordsAlone = /^[A-Za-z0-9 ]*$/;

const endOfAddress = /[\p{L}\p{M}\p{Nd}/\uD800-\uDFFF]/u;

/** Without the marks around it that are no part of an address. */
function trimmed(token: string): string {
  const start = token.search(/[\p{L}\p{Nd}]/u);
  if (start < 0) return "";
  let end = token.length;
  // A pattern would begin anew at each of many marks.
  while (!endOfAddress.test(token.charAt(end - 1))) end -= 1;
  return token.slice(start, end);
}

/** The hosts that stand in what would be one: "Visit:bank.com", "bank.com登录". */
function claimsWithin(token: string): readonly Claim[] {
  const [authority = ""] = token.split(/[/?#]/, 1);
  return authority.split(/[:=~+&%_@]+|\.{2,}/).flatMap((part) => {
    const claim = bareClaim(trimmed(part));
    if (claim) return [claim];
    return part.split(/[^\x20-\x7E]+/).flatMap((plain) => bareClaim(trimmed(plain)) ?? []);
  });
}

function claimsIn(token: string): readonly Claim[] {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):\/{1,}(.*)$/i.exec(token) ?? [];
  if (scheme !== undefined && rest !== "") {
    const url = parse(token);
    return [url && url.hostname !== "" ? { host: url.hostname, port: url.port, isWhole: true } : unreadable];
  }
  const address = token.replace(/^(?:mailto|https?):/i, "");
  const claim = bareClaim(address);
  if (claim) return [claim];
  const within = claimsWithin(address);
  return within.length === 0 && /^www\../i.test(address) ? [unreadable] : within;
}

/**
 * The addresses that a text names to a reader: what looks like a mark of an address counts as one, and an address ends
 * where no letter, digit or such mark stands. Only so many of its words are looked at; nobody writes a longer link.
 */
export function claimsOf(words: string): readonly Claim[] {
  if (wordsAlone.test(words)) return [];
  const folded = words
    .replaceAll(neverInAddress, "")
    .replaceAll(dots, ".")
    .replaceAll(slashes, "/")
    .replaceAll(colons, ":");
  // Letters in circles are letters to a reader, and a trade mark ends a word: each text is read both ways.
  const readings = new Set([folded.replaceAll(raised, " "), folded.normalize("NFKC")]);
  return [...readings].flatMap((reading) =>
    reading.split(outside, 200).flatMap((token) => claimsIn(trimmed(token))),
  );
}
