import type { StateInline } from "markdown-it";

/** A bare address in a text, from `start` to `end`, and where it leads. */
export interface BareAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

const maybe = /:\/\/|www\.|@/i;
const sign = /(?:https?|ftp):\/\/|www\.|@/gi;
// GitHub's rules let an address run on to the next space or "<"; a full-width mark ends it too, as in "见 https://a.b。".
const body = /[^\s<，。；：！？、（）［］【】《》「」『』]+/y;
const domain = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/uy;
const mailDomain = /[\w-]+(?:\.[\w-]+)+/y;
const mailCharacter = /[\w.+-]/;
const beforeScheme = /[A-Za-z]/;
const beforeWww = /[\s*_~(]/;
const trailing = "?!.,:*_~'\"";
const entity = /^&[A-Za-z0-9]+;$/;

const countOf = (text: string, character: string): number => text.split(character).length - 1;

/** Leaves out what GitHub counts to the sentence: marks, brackets without a partner, an entity. */
function trimEnd(text: string): string {
  let kept = text;
  let round = countOf(text, ")") - countOf(text, "(");
  let square = countOf(text, "]") - countOf(text, "[");
  for (;;) {
    const last = kept.at(-1);
    if (last === undefined) return kept;
    if (trailing.includes(last)) kept = kept.slice(0, -1);
    else if (last === ")" && round > 0) {
      round -= 1;
      kept = kept.slice(0, -1);
    } else if (last === "]" && square > 0) {
      square -= 1;
      kept = kept.slice(0, -1);
    } else if (last === ";") {
      const at = kept.lastIndexOf("&");
      if (at < 0 || !entity.test(kept.slice(at))) return kept;
      kept = kept.slice(0, at);
    } else return kept;
  }
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? "";
}

function cutAtBracket(text: string): string {
  const at = text.search(/\](?=[([]|$)/);
  return at >= 0 && !text.slice(0, at).includes("[") ? text.slice(0, at) : text;
}

function webAddress(source: string, start: number, prefix: string): BareAddress | undefined {
  const before = source.charAt(start - 1);
  const isWww = prefix.toLowerCase() === "www.";
  if (before !== "" && (isWww ? !beforeWww.test(before) : beforeScheme.test(before))) return undefined;
  const host = matchAt(domain, source, start + (isWww ? 0 : prefix.length));
  if (host === "" || (isWww && host.length <= 3)) return undefined;
  if (host.split(".").slice(-2).join("").includes("_")) return undefined;
  const text = trimEnd(cutAtBracket(matchAt(body, source, start)));
  if (text.length <= prefix.length) return undefined;
  return { start, end: start + text.length, url: isWww ? `http://${text}` : text };
}

function mailAddress(source: string, at: number, from: number): BareAddress | undefined {
  let start = at;
  while (start > from && mailCharacter.test(source.charAt(start - 1))) start -= 1;
  const host = matchAt(mailDomain, source, at + 1);
  if (start === at || host === "" || /[-_]$/.test(host)) return undefined;
  const end = at + 1 + host.length;
  return { start, end, url: `mailto:${source.slice(start, end)}` };
}

/** Whether it is worth looking for a bare address in a text. */
export const mayHoldAddress = (text: string): boolean => maybe.test(text);

/** The addresses that GitHub makes links of without any mark (GFM 0.29, extended autolinks), in their order. */
function findAddresses(source: string): readonly BareAddress[] {
  if (!mayHoldAddress(source)) return [];
  const found: BareAddress[] = [];
  let end = 0;
  sign.lastIndex = 0;
  for (let match = sign.exec(source); match; match = sign.exec(source)) {
    const [prefix] = match;
    const at = match.index;
    const address = prefix === "@" ? mailAddress(source, at, end) : webAddress(source, at, prefix);
    if (!address) continue;
    found.push(address);
    ({ end } = address);
    sign.lastIndex = end;
  }
  return found;
}

const known = new WeakMap<StateInline, readonly BareAddress[]>();

/** The first address of the words being read that starts at `from` or later. */
export function nextAddress(state: StateInline, from: number): BareAddress | undefined {
  let addresses = known.get(state);
  if (!addresses) {
    addresses = findAddresses(state.src);
    known.set(state, addresses);
  }
  if (addresses.length === 0) return undefined;
  let low = 0;
  let high = addresses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((addresses[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return addresses[low];
}

/** The inline rule: a bare address becomes a link, but not inside one. */
export function bareAddress(state: StateInline, silent: boolean): boolean {
  if (silent || state.linkLevel > 0) return false;
  const address = nextAddress(state, state.pos);
  if (address?.start !== state.pos || address.end > state.posMax) return false;
  state.push("link_open", "a", 1).attrs = [["href", address.url]];
  state.push("text", "", 0).content = state.src.slice(address.start, address.end);
  state.push("link_close", "a", -1);
  state.pos = address.end;
  return true;
}
