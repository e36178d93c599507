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

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Cherokee}/u,
];
// Letters that pass for Latin ones in most typefaces (of the lists in UTS 39, those in use).
const passesForLatin = /^[асԁеһіјӏорԛѕԝухьгпвкмнтѵαονρτυικγωη0-9-]+$/u;
const rareLatin = /[\u0250-\u0258\u025A-\u02AF\u1D00-\u1DBF\uA720-\uA7FF]/;
// They pass for the end of a host, or for a dot in it.
const passesForMark = /[\u0701\u0702\u1735\u2041\u2044\u2215\u2571\u29F8\uA4F8\uA60E]/;
const ascii = /^[\x20-\x7E]*$/;

/**
 * Whether a host, as `URL.hostname` gives it, may be taken for another: a label that mixes scripts, consists of letters
 * which pass for Latin ones under a Latin ending, holds letters only phonetics uses or what looks like a slash, or is no
 * proper Punycode.
 */
export function isLookAlike(host: string): boolean {
  const labels = readableHost(host).split(".");
  const ending = labels.at(-1) ?? "";
  return labels.some((label) => {
    if (ascii.test(label)) return label.startsWith("xn--");
    if (scripts.filter((script) => script.test(label)).length > 1 || rareLatin.test(label)) return true;
    if (passesForMark.test(label)) return true;
    return ascii.test(ending) && passesForLatin.test(label);
  });
}
