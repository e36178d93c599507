/**
 * Why a header cannot be sent. `forbidden`: browsers keep it to themselves (Fetch standard, forbidden request-headers); `own`: the app
 * sets it; `key`: the API key is sent by it already; `value`: a character that no header may have.
 */
export type HeaderFault = "empty" | "characters" | "forbidden" | "own" | "key" | "twice" | "value";

type Header = { readonly name: string; readonly value: string };

const forbidden = new Set([
  "accept-charset",
  "accept-encoding",
  "access-control-request-headers",
  "access-control-request-method",
  "access-control-request-private-network",
  "connection",
  "content-length",
  "cookie",
  "cookie2",
  "date",
  "dnt",
  "expect",
  "host",
  "keep-alive",
  "origin",
  "permissions-policy",
  "referer",
  "set-cookie",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "via",
]);

/** Whether the row is still as empty as it was added. */
export function isBlank({ name, value }: Header): boolean {
  return name.trim() === "" && value.trim() === "";
}

/** What is wrong with the header at `index` among all of a server; nothing for a blank row. */
export function headerFault(
  headers: readonly Header[],
  index: number,
  hasKey: boolean,
): HeaderFault | undefined {
  const header = headers[index];
  if (!header || isBlank(header)) return undefined;
  const name = header.name.trim().toLowerCase();
  if (name === "") return "empty";
  // A token of RFC 9110, 5.6.2.
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name)) return "characters";
  if (forbidden.has(name) || name.startsWith("proxy-") || name.startsWith("sec-")) return "forbidden";
  if (name === "content-type") return "own";
  if (name === "authorization" && hasKey) return "key";
  const isTwice = headers.slice(0, index).some((other) => other.name.trim().toLowerCase() === name);
  if (isTwice) return "twice";
  return isHeaderValue(header.value) ? undefined : "value";
}

/** Whether `fetch` takes a text as a header's value: Latin-1 without control characters but the tab. */
export function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
