import { type AddressFault, normaliseAddress } from "./address.ts";
import { type HeaderFault, headerFault, isBlank, isHeaderValue } from "./header-name.ts";
import type { Server, ServerColor, ServerKind, ServerSecrets } from "./server.ts";

/** A server as it stands in its form: texts as they were typed. */
export type ServerDraft = {
  readonly address: string;
  readonly name: string;
  readonly color: ServerColor;
  readonly kind: ServerKind | "auto";
  readonly modelFilter: string;
  /** In seconds. */
  readonly deadline: string;
  readonly apiKey: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly isKept: boolean;
};

/** What is wrong in a form, by field; nothing where all is well. `known`: there is a server with this address already. */
export type DraftFaults = {
  readonly address?: AddressFault | "known";
  readonly apiKey?: "characters";
  readonly deadline?: "range";
  /** By the rows' order. */
  readonly headers?: readonly (HeaderFault | undefined)[];
};

/** The bounds of a deadline, in seconds. */
export const deadlineRange = { min: 1, max: 120 } as const;

/** The form of a server that is known. */
export function draftFrom(server: Server, { apiKey, headers, isKept }: ServerSecrets): ServerDraft {
  const { url, name, color, kind, modelFilter, deadlineMs } = server;
  return {
    address: url,
    name,
    color,
    kind,
    modelFilter,
    deadline: String(deadlineMs / 1000),
    apiKey,
    headers,
    isKept,
  };
}

/** What is wrong in a form; `others` are the addresses of the other servers. */
export function faultsOf(draft: ServerDraft, others: readonly string[]): DraftFaults {
  const address = normaliseAddress(draft.address);
  const seconds = secondsOf(draft.deadline);
  const headers = draft.headers.map((_, index) =>
    headerFault(draft.headers, index, draft.apiKey.trim() !== ""),
  );
  const isDeadline = seconds >= deadlineRange.min && seconds <= deadlineRange.max;
  return {
    ...(!address.ok && { address: address.reason }),
    ...(address.ok && others.includes(address.url) && { address: "known" }),
    ...(!isKey(draft.apiKey) && { apiKey: "characters" }),
    ...(!isDeadline && { deadline: "range" }),
    ...(headers.some(Boolean) && { headers }),
  };
}

/** The server that a form without faults describes. */
export function serverFrom(draft: ServerDraft): Omit<Server, "source"> {
  const address = normaliseAddress(draft.address);
  return {
    url: address.ok ? address.url : "",
    name: draft.name.trim(),
    color: draft.color,
    kind: draft.kind,
    modelFilter: draft.modelFilter.trim(),
    deadlineMs: Math.round(secondsOf(draft.deadline) * 1000),
  };
}

/** The secrets of a form without faults: without blank rows, and without the spaces that a paste brings. */
export function secretsFrom({ apiKey, headers, isKept }: ServerDraft): ServerSecrets {
  return {
    apiKey: apiKey.trim(),
    headers: headers
      .filter((header) => !isBlank(header))
      .map(({ name, value }) => ({ name: name.trim(), value: value.trim() })),
    isKept,
  };
}

/** A key goes out as `Bearer …`: no spaces inside, and what a header takes. */
function isKey(text: string): boolean {
  return isHeaderValue(text.trim()) && !/\s/.test(text.trim());
}

/** With a comma or a point; not a number for what is none. */
function secondsOf(text: string): number {
  const typed = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}
