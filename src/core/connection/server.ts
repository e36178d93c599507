/** How a server is told from others at a glance; the shades stand in `ui/tokens.css`. */
export const serverColors = ["teal", "blue", "violet", "pink", "orange", "olive"] as const;
export type ServerColor = (typeof serverColors)[number];

/** What a server speaks. `auto`: found by asking it. */
export type ServerKind = "ollama" | "openai";
export const serverKinds = ["auto", "ollama", "openai"] as const;

/** A server that the app knows. Its normalised address is its identity: no two have the same. */
export type Server = {
  readonly url: string;
  /** As the user calls it; `""` where its host says enough. */
  readonly name: string;
  readonly color: ServerColor;
  readonly kind: ServerKind | "auto";
  /** Names of the models that are shown, parts of a name or with `*`, between commas; `""` for all. */
  readonly modelFilter: string;
  /** How long lists and checks are waited for, in milliseconds. */
  readonly deadlineMs: number;
  /** The user put it there, the app's `config.json` did, or there is no other. */
  readonly source: "user" | "config" | "default";
};

/** What proves to a server who asks. Never exported, never logged. */
export type ServerSecrets = {
  /** Sent as `Authorization: Bearer …`; `""` for none. */
  readonly apiKey: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** Whether they are kept in this browser, or only in this tab until it is closed. */
  readonly isKept: boolean;
};

export const noSecrets: ServerSecrets = { apiKey: "", headers: [], isKept: true };

export const standardDeadlineMs = 10_000;

/** How long a request of the doctor is waited for, and usually a check, in milliseconds. */
export const probeMs = 4_000;

/** How long a check of a server is waited for, in milliseconds: no longer than its list, and longer than usual where the user gave it more time. */
export function checkMs({ deadlineMs }: Pick<Server, "deadlineMs">): number {
  return deadlineMs > standardDeadlineMs ? deadlineMs : Math.min(deadlineMs, probeMs);
}

/** A server of which only the address is known. */
export function plainServer(url: string, source: Server["source"]): Server {
  return {
    url,
    name: "",
    color: "teal",
    kind: "auto",
    modelFilter: "",
    deadlineMs: standardDeadlineMs,
    source,
  };
}

/** What a server is called where there is room for a word: its name, else its host with the port. */
export function serverLabel({ name, url }: Pick<Server, "name" | "url">): string {
  return name || url.replace(/^https?:\/\//, "");
}

/** The request headers that carry the secrets of a server. */
export function secretHeaders({ apiKey, headers }: ServerSecrets): Readonly<Record<string, string>> {
  const own = Object.fromEntries(
    headers.filter(({ name }) => name !== "").map(({ name, value }) => [name, value]),
  );
  return apiKey === "" ? own : { Authorization: `Bearer ${apiKey}`, ...own };
}
