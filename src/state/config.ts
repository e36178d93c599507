import * as v from "valibot";
import { create } from "zustand";
import { normaliseAddress } from "#src/core/connection/address.ts";
import { fetchConfig } from "#src/ollama/config.ts";

type ConfigServer = {
  readonly url: string;
  readonly name?: string | undefined;
  readonly kind?: string | undefined;
};

/** What whoever serves the app chose for it, from `config.json`. Never stored. */
export type Config = {
  readonly servers: readonly ConfigServer[];
  readonly defaultModel: string;
  readonly allowServerChanges: boolean;
  /** The first of `servers` is the practice server. */
  readonly practice: boolean;
};

/** What is wrong in `config.json`: the field, as in `servers[0].url`, or nothing where the file as a whole cannot be read. */
export type ConfigFault = {
  readonly field?: string;
  readonly reason: "type" | "address" | "json" | "network" | "status" | "kept";
  /** The file could not be read now; this is what it said then, as an HTTP date. */
  readonly keptSince?: string;
};

export const defaultConfig: Config = {
  servers: [],
  defaultModel: "",
  allowServerChanges: true,
  practice: false,
};

type ConfigState = {
  readonly isReady: boolean;
  readonly config: Config;
  readonly fault?: ConfigFault | undefined;
};

export const useConfig = create<ConfigState>(() => ({ isReady: false, config: defaultConfig }));

/** Whether it is known which servers are meant: the file has been read as a whole, now or before, or there is none. */
export function areServersKnown(): boolean {
  const { isReady, fault } = useConfig.getState();
  return isReady && (!fault || fault.field !== undefined || fault.keptSince !== undefined);
}

/**
 * Resolves once the file has come or was given up: nothing of the user's may go to another server before. Whether the servers are
 * known then; for who asks after that always true, since it stands above the page what holds.
 */
export function whenConfigured(): Promise<boolean> {
  return new Promise((resolve) => {
    if (useConfig.getState().isReady) return resolve(true);
    const stop = useConfig.subscribe(({ isReady }) => {
      if (!isReady) return;
      stop();
      resolve(areServersKnown());
    });
    return undefined;
  });
}

/** An address; one that begins with `/`, `./` or `../` is a place on the host that serves the app. */
const addressSeenFrom = (base: string) =>
  v.pipe(
    v.string(),
    v.transform((text) => {
      const isPlace = /^(?:\.{0,2}\/)(?!\/)/.test(text) && URL.canParse(text, base);
      return normaliseAddress(isPlace ? new URL(text, base).href : text);
    }),
    v.check(({ ok }) => ok, "address"),
    v.transform((normal) => (normal.ok ? normal.url : "")),
  );

const fieldsSeenFrom = (base: string) => ({
  servers: v.array(
    v.object({ url: addressSeenFrom(base), name: v.optional(v.string()), kind: v.optional(v.string()) }),
  ),
  defaultModel: v.string(),
  allowServerChanges: v.boolean(),
  practice: v.boolean(),
});

/** A wrong field gets its default and costs no other; the first one is the fault. `base`: where the file was read from. */
export function decodeConfig(
  value: unknown,
  base: string,
): { readonly config: Config; readonly fault?: ConfigFault } {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { config: defaultConfig, fault: { reason: "type" } };
  const given: Record<string, unknown> = { ...value };
  const fields = fieldsSeenFrom(base);
  let config = defaultConfig;
  let fault: ConfigFault | undefined;
  for (const name of ["servers", "defaultModel", "allowServerChanges", "practice"] as const) {
    if (given[name] === undefined) continue;
    const result = v.safeParse(fields[name], given[name]);
    if (result.success) config = { ...config, [name]: result.output };
    else fault ??= faultOf(name, result.issues[0]);
  }
  return fault ? { config, fault } : { config };
}

function faultOf(name: string, issue: v.BaseIssue<unknown>): ConfigFault {
  const path = (issue.path ?? []).map(({ key }) =>
    typeof key === "number" ? `[${key}]` : `.${String(key)}`,
  );
  return { field: name + path.join(""), reason: issue.message === "address" ? "address" : "type" };
}

function keptFault({ keptSince }: { readonly keptSince?: string }): ConfigFault | undefined {
  return keptSince === undefined ? undefined : { reason: "kept", keptSince };
}

const configAt = (base: string): string => new URL("config.json", base).href;

/** Whether the host that serves the app answers now. What the service worker keeps of it is no answer. */
export async function hostAnswers(): Promise<boolean> {
  const fetched = await fetchConfig(configAt(document.baseURI));
  return fetched.type === "unreadable" ? fetched.reason === "json" : !("keptSince" in fetched);
}

/** Reads `config.json` beside the page; to be awaited before the first request to a server. Never rejects. */
export async function loadConfig(base: string = document.baseURI): Promise<void> {
  const fetched = await fetchConfig(configAt(base));
  if (fetched.type === "found")
    useConfig.setState({ isReady: true, fault: keptFault(fetched), ...decodeConfig(fetched.value, base) });
  else if (fetched.type === "missing")
    useConfig.setState({ isReady: true, config: defaultConfig, fault: undefined });
  else useConfig.setState({ isReady: true, config: defaultConfig, fault: { reason: fetched.reason } });
}
