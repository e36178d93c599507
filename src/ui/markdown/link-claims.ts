import { endsAsHost, endsAsHostAlone } from "./link-endings.ts";
import { readableHost } from "./link-host.ts";
import { skeleton } from "./link-letters.ts";

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

function bareClaim(token: string, isAlone = false): Claim | undefined {
  const [, user, name = "", path] = /^(?:([^\s/@]+)@)?([^\s/?#@]+)([/?#].*)?$/u.exec(token) ?? [];
  const isOwn = /^localhost:\d+$/i.test(name);
  // No host is longer, and a browser takes long to read one in letters of its own.
  if ((!name.includes(".") && !isOwn) || name.length > 300) return undefined;
  const url = parse(`https://${name}`) ?? parse(`https://${skeleton(name)}`);
  if (!url) return undefined;
  const host = url.hostname;
  const isNumeric = /^\d+(?:\.\d+){3}(?::\d+)?$/.test(name);
  const isNamed = endsAsHost(readableHost(host), path !== undefined) || (isAlone && endsAsHostAlone(name));
  if (!isOwn && !isNumeric && !isNamed && !/^www\../i.test(name)) return undefined;
  const claim = { host, port: url.port, isWhole: false };
  return user === undefined ? claim : { ...claim, mail: `${user.split(":").at(-1)}@${host}` };
}

// They pass for a dot within a word; between l and l in Catalan, and between words, the first is none.
const middleDots =
  /(?<=[\p{L}\p{Nd}])(?:[\u0387\u00B7](?!(?<=[lL].)[lL])|[\u0660\u06D4\u06F0\u1427\u16EB\u2022\u2027\u2219\u22C5\u2E31\u2E33\u30FB\uA78F\uFF65])(?=\p{Ll}|\p{Lu}{2})/gu;
// Wider than nothing, and yet not what parts words.
const oddGaps =
  /(?<!\p{Zs}|[\u115F\u1160\u2800\u3164\uFFA0])[\u00A0\u115F\u1160\u2000-\u200A\u202F\u205F\u2800\u3000\u3164\uFFA0]+(?=\.\p{Ll})/gu;
const texDots = /\\(?:cdotp?|centerdot|bullet|ldot[ps]) ?(?:\{\})?/g;
const texGaps = /\\[,;:!]|(?<![{}$])[{}$]+(?=[.\u00B7])|(?<=[.\u00B7])[{}$]+/g;
const texGroups = /\\[a-z]+\{([^{}\\]*)\}/gi;
const blanks = /(?<=\.)[\u115F\u1160\u2800\u3164\uFFA0]+/g;
const articles = /^(?:the|an?|any|all|your)$/i;

/** Without the gap, and with the dot, that a reader does not see for what it is: "bank .com", "bank\cdot com". */
function withoutGap(words: string): string {
  const tex = /[\\{$]/.test(words)
    ? words.replaceAll(texGroups, "$1").replaceAll(texDots, "\u00B7").replaceAll(texGaps, "")
    : words;
  const lines = tex.includes("<") ? tex.replaceAll(/<br\s*\/?>/gi, "\n") : tex;
  const text = lines.replaceAll(middleDots, ".").replaceAll(oddGaps, "").replaceAll(blanks, "").trim();
  const [name = "", ending = "", more] = text.split(/\s+/, 3);
  const isParted = more === undefined && /^\.\p{Ll}/u.test(ending) && !articles.test(name);
  return isParted ? name + ending : text;
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

function claimsIn(token: string, isAlone: boolean): readonly Claim[] {
  const [, scheme, rest = ""] = /^([a-z][a-z0-9+.-]*):\/{1,}(.*)$/i.exec(token) ?? [];
  if (scheme !== undefined && rest !== "") {
    const url = parse(token);
    return [url && url.hostname !== "" ? { host: url.hostname, port: url.port, isWhole: true } : unreadable];
  }
  const address = token.replace(/^(?:mailto|https?):/i, "");
  const claim = bareClaim(address, isAlone);
  if (claim) return [claim];
  const within = claimsWithin(address);
  return within.length === 0 && /^www\../i.test(address) ? [unreadable] : within;
}

/** Two sentences in Chinese or Japanese may look like one name, and a call in code has its brackets. */
const isOneName = (text: string): boolean =>
  text.length < 300 &&
  !/[\u3002\uFF61]|\(\)/.test(text) &&
  text.split(/\s+/).filter((part) => /[\p{L}\p{Nd}]/u.test(part)).length === 1;

/**
 * The addresses that a text names to a reader: what looks like a mark of an address counts as one, and an address ends
 * where no letter, digit or such mark stands. Only so many of its words are looked at; nobody writes a longer link.
 */
export function claimsOf(words: string): readonly Claim[] {
  if (wordsAlone.test(words)) return [];
  const spoken = withoutGap(words.replaceAll(neverInAddress, ""));
  const folded = spoken.replaceAll(dots, ".").replaceAll(slashes, "/").replaceAll(colons, ":");
  const isAlone = isOneName(spoken);
  // Letters in circles are letters to a reader, and a trade mark ends a word: each text is read both ways.
  const readings = new Set([folded.replaceAll(raised, " "), folded.normalize("NFKC")]);
  return [...readings]
    .filter((reading) => /[.:]/.test(reading))
    .flatMap((reading) => reading.split(outside, 200).flatMap((token) => claimsIn(trimmed(token), isAlone)));
}
