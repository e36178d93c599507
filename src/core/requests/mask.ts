/** What stands in the place of a secret: it may stand in a header, too. */
export const mask = "***";

export type Masked = { readonly text: string; readonly isMasked: boolean };

const plainHeaders = new Set([
  "accept",
  "accept-language",
  "cache-control",
  "content-length",
  "content-type",
  "range",
]);

const secretHeader = /auth|cookie|credential|key|pass|secret|session|token|signature/i;

/** Fields of JSON; not `token`, which is a part of a text in answers with probabilities. */
const secretField =
  "(?:x[-_])?api[-_]?key|access[-_]?key|(?:client|app|api)?[-_]?secret(?:[-_]?key)?|private[-_]?key|" +
  "(?:access|refresh|auth|id|bearer|session|csrf|api)[-_]?token|(?:proxy[-_])?authorization|passw(?:or)?d|passphrase|" +
  "(?:set[-_])?cookie|credentials?|signin[-_]url";

const secretParameter = new RegExp(
  `^(?:${secretField}|.*[-_]?key|.*[-_]?token|auth|sig|signature|session|code)$`,
  "i",
);

/** A cheap look, so that most lines of an answer cost no more than it. */
const suspect = /key|secret|token|auth|pass|cookie|credential|signin|bearer|sk-/i;

const field = new RegExp(
  String.raw`("(?:${secretField})"\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*)`,
  "gi",
);
/** The same inside a string of JSON, one level of escapes deeper. */
const nestedField = new RegExp(
  String.raw`(\\"(?:${secretField})\\"\s*:\s*)\\"(?:[^\\"]|\\\\(?:\\.|[^\\]))*(?:\\"|\\*$|(?="))`,
  "gi",
);
const bearer = /\b(Bearer\s+)[\w.~+/-]{12,}=*/gi;
const openaiKey = /\bsk-[\w-]{16,}/g;

/** A secret shorter than this would be found in innocent words. */
const leastSecret = 6;

/** The value of a header that the app sends: all are secrets but those that are known to be none. The scheme of an `Authorization` stays. */
export function maskSentHeader(name: string, value: string): string {
  return plainHeaders.has(name.toLowerCase()) ? value : masked(value);
}

/** The value of a header that came. `secrets` are values that were sent. */
export function maskReceivedHeader(name: string, value: string, secrets: readonly string[]): string {
  return secretHeader.test(name) ? masked(value) : maskSecrets(value, secrets);
}

function masked(value: string): string {
  const scheme = /^(Basic|Bearer|Digest|Token) /i.exec(value)?.[0] ?? "";
  return scheme + mask;
}

/** An address without the secrets of its query and without a user's name and password. */
export function maskAddress(address: string, secrets: readonly string[] = []): Masked {
  const text = maskSecrets(address, secrets)
    .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#@]*@/i, `$1${mask}@`)
    .replace(/([?&;])([^=&;#]*)=([^&;#]*)/g, (whole, before: string, name: string) =>
      secretParameter.test(plainName(name)) ? `${before}${name}=${mask}` : whole,
    );
  return { text, isMasked: text !== address };
}

/** A base address without what is long in its path: some put a token there. */
export function maskBase(server: string): string {
  const [, host = "", path = ""] = /^(https?:\/\/[^/]*)(.*)$/i.exec(server) ?? [];
  return host === "" ? server : host + path.replace(/[^/]{16,}/g, mask);
}

function plainName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * A text without the values of JSON fields that are named like secrets, without bearer tokens, keys of the form `sk-…`, and the
 * given secrets, wherever they stand. Works on part of a text, too: a value that the end cuts is masked as well.
 */
export function maskText(text: string, secrets: readonly string[] = []): Masked {
  let result = maskSecrets(text, secrets);
  if (suspect.test(result)) {
    result = result
      .replace(field, `$1"${mask}"`)
      .replace(nestedField, String.raw`$1\"${mask}\"`)
      .replace(bearer, `$1${mask}`)
      .replace(openaiKey, mask);
  }
  return { text: result, isMasked: result !== text };
}

function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(({ length }) => length >= leastSecret)
    .reduce((result, secret) => result.replaceAll(secret, mask), text);
}

/** The parts of a header's value that are worth hiding wherever else they appear. */
export function secretsIn(name: string, value: string): readonly string[] {
  if (plainHeaders.has(name.toLowerCase())) return [];
  return [value, value.replace(/^(Basic|Bearer|Digest|Token) /i, "")];
}
