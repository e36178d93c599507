import { readdirSync, readFileSync } from "node:fs";

/** Attacks of one kind. */
export interface AttackGroup {
  readonly kind: string;
  readonly reason: string;
  readonly attacks: readonly string[];
}

const folder = new URL("../../fixtures/attacks/", import.meta.url);

/**
 * The corpus, its placeholders filled in. A file's first line is the reason of its group. Then comes one attack a line
 * in `<kind>.lines.txt`, or one after each line with nothing but "§" in `<kind>.blocks.txt`.
 */
export function readCorpus(evil: string): readonly AttackGroup[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return files.toSorted().map((name) => {
    const [kind = "", form] = name.split(".");
    const parts = readFileSync(new URL(name, folder), "utf8")
      .trimEnd()
      .split(form === "lines" ? "\n" : /\n§\n/);
    const [reason = "", ...attacks] = parts;
    const written = kind === "addresses" ? attacks.map(allForms) : attacks;
    return { kind, reason, attacks: written.map((attack, index) => filledIn(attack, evil, index)) };
  });
}

/** The kinds alone, for the names of tests. */
export function attackKinds(): readonly string[] {
  return readCorpus("").map(({ kind }) => kind);
}

function allForms(address: string): string {
  return [
    `[inline](${address}) [angle](<${address}>) ![picture](${address}) <${address}>`,
    `<a href="${address}">markup</a> <img src="${address}">`,
    `[reference][address {n}] and ![picture][address {n}]`,
    `[address {n}]: ${address} "title"`,
    `> - [in a list](${address} "title")`,
  ].join("\n\n");
}

/**
 * `{run}` is a call that the watch notices, `{evil}` the address of a server that must hear nothing, `{n}` the number of
 * the attack; `{U+202E}` is a character, `{times 3 x}` repeats a text, `{times 3 <<x}>>}` one with a brace in it.
 */
function filledIn(attack: string, evil: string, index: number): string {
  return attack
    .replaceAll(/\{U\+([0-9A-F]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("{evil}", evil)
    .replaceAll("{evilhost}", evil.replace("http://", ""))
    .replaceAll("{run}", "window.__pwned(1)")
    .replaceAll("{n}", String(index))
    .replaceAll(/\{times (\d+) (?:<<(.+?)>>|(.+?))\}/gs, (_, count: string, marked?: string, text = "") =>
      (marked ?? text).repeat(Number(count)),
    );
}

/** Every so manieth attack of each kind but the huge ones. */
export function sampleOf(corpus: readonly AttackGroup[], every: number): readonly string[] {
  const all = corpus.flatMap(({ attacks }) => attacks).filter(({ length }) => length < 1000);
  return all.filter((_, index) => index % every === 0);
}
