import { isMixed } from "./link-letters.ts";

const base = 36;
const maxCode = 0x10ffff;

function digitOf(letter: number): number {
  if (letter >= 97 && letter <= 122) return letter - 97;
  if (letter >= 48 && letter <= 57) return letter - 22;
  return base;
}

function adapt(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let steps = 0;
  for (; rest > 455; steps += base) rest = Math.floor(rest / 35);
  return steps + Math.floor((36 * rest) / (rest + 38));
}

/** Decodes Punycode (RFC 3492, section 6.2), without its `xn--`; undefined for what is none. */
function decode(code: string): string | undefined {
  const split = code.lastIndexOf("-");
  const found = split > 0 ? Array.from(code.slice(0, split), (letter) => letter.codePointAt(0) ?? 0) : [];
  let [point, index, bias] = [128, 0, 72];
  for (let at = split + 1; at < code.length;) {
    const start = index;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(code.charCodeAt(at));
      at += 1;
      if (digit >= base) return undefined;
      index += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), 26);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    bias = adapt(index - start, found.length + 1, start === 0);
    point += Math.floor(index / (found.length + 1));
    index %= found.length + 1;
    if (point > maxCode) return undefined;
    found.splice(index, 0, point);
    index += 1;
  }
  return String.fromCodePoint(...found);
}

/** A host as people read it: `xn--…` labels in their own letters. What cannot be decoded stays as it is. */
export function readableHost(host: string): string {
  return host
    .split(".")
    .map((label) => (label.startsWith("xn--") ? decode(label.slice(4)) || label : label))
    .join(".");
}

// Letters that pass for Latin ones in most typefaces (of the lists in UTS 39, those in use).
const passesForLatin =
  /^[асԁԍеһіјӏорԛѕԝухьгпвкмнтѵαονρτυικγωηհոսօցզգյլքաւռ०০੦૦௦౦೦൦๐໐ဝዐഠ\p{Script=Lisu}\p{Script=Cherokee}\p{Script=Coptic}0-9-]+$/u;
// Of phonetics, of old spellings, and of small alphabets that have few hosts.
const rareLatin =
  /[\u0131\u0138\u0180-\u018E\u0190-\u019F\u01A2-\u01AE\u01B1-\u0217\u021C-\u0258\u025A-\u02AF\u1D00-\u1DBF\u1E00-\u1EFF\u2C60-\u2C7F\uA720-\uA7FF\uAB30-\uAB6F]/;
/** In these countries they are letters like others. */
const atHome: Partial<Record<string, RegExp>> = {
  vn: /[\u1EA0-\u1EF9]/g,
  tr: /\u0131/g,
  az: /\u0131/g,
  ng: /[\u1E62\u1E63\u1EB8\u1EB9\u1ECA-\u1ECD\u1EE4\u1EE5]/g,
};
const withMark = /\p{Script=Latin}\p{M}/u;
// They pass for the end of a host, or for a dot in it.
const passesForMark =
  /[\u0387\u0701\u0702\u1427\u16EB\u1735\u2022\u2027\u2041\u2044\u2215\u2219\u2571\u22C5\u29F8\u2E31\u2E33\uA4F8\uA60E\uA78F]|\u00B7(?!(?<=l.)l)/;
// They pass for a slash, where they are not within words of their own script.
const stroke =
  "[\u1420\u142F\u1433\u144A\u3033\u3035\u30CE\u30FD\u3163\u31D3\u31FE\u31C0-\u31C1\u4E36\u4E3F\u2F03\uFF89\u1175\u141F]";
const strokes = new RegExp(
  `[a-z0-9-]${stroke}|${stroke}[a-z0-9-]|^${stroke}+$|[a-z0-9][\\u30FB\\u318D][a-z0-9]`,
  "u",
);
const ascii = /^[\x20-\x7E]*$/;

function isStrange(label: string, ending: string): boolean {
  const home = atHome[ending];
  return (
    isMixed(label) ||
    rareLatin.test(home ? label.replaceAll(home, "") : label) ||
    withMark.test(label) ||
    passesForMark.test(label) ||
    strokes.test(label)
  );
}

/**
 * Whether a host, as `URL.hostname` gives it, may be taken for another: a label that mixes scripts, consists of letters
 * which pass for Latin ones under a Latin ending, holds rare letters, marks, or what looks like a slash or a dot, or is
 * no proper Punycode.
 */
export function isLookAlike(host: string): boolean {
  if (!host.includes("xn--")) return false;
  const labels = readableHost(host).split(".");
  const ending = labels.at(-1) ?? "";
  return labels.some((label) => {
    if (ascii.test(label)) return label.startsWith("xn--");
    return isStrange(label, ending) || (ascii.test(ending) && passesForLatin.test(label));
  });
}
