/** An installed model, from `/api/tags`. Sizes are bytes. */
export type Model = {
  /** Full name with its tag. */
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the manifest, 64 hex digits without a prefix. */
  readonly digest: string;
  readonly modifiedAt: number;
  readonly family: string;
  /** For example `3.2B`; empty where unknown. */
  readonly parameterSize: string;
  /** For example `Q4_K_M`; empty where unknown. */
  readonly quantization: string;
  /** Trained context in tokens. */
  readonly contextLength?: number;
  /** Absent on servers before 0.30; a quick scan, so `/api/show` is authoritative. */
  readonly capabilities?: readonly string[];
  /** Host that runs it, where that is not the server itself. */
  readonly remoteHost?: string;
  /** Who the server says it belongs to (`owned_by`), on servers that speak OpenAI's API. Of those, sizes are 0 and digests empty: they tell neither. */
  readonly owner?: string;
};

/** A model in memory, from `/api/ps`. Sizes are bytes. */
export type RunningModel = {
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly sizeVram: number;
  /** Context allocated now, in tokens. Absent on servers before 0.10. */
  readonly contextLength?: number;
  readonly expiresAt: number;
};

/** What a run needs to know of a model, from `/api/show`. */
export type ModelDetails = {
  readonly capabilities: readonly string[];
  /** Values of the Modelfile, by Ollama's names, in order of appearance. */
  readonly parameters: ReadonlyMap<string, readonly (string | number | boolean)[]>;
  readonly system: string;
  readonly contextLength?: number;
  readonly remoteHost?: string;
};

/** Whether a model runs on another computer: a cloud suffix (names.go) or a stub's remote host. */
export function isRemote(model: { readonly name: string; readonly remoteHost?: string }): boolean {
  return Boolean(model.remoteHost) || /(:cloud|:[^:/]*-cloud)$/.test(model.name);
}

/** Whether a model can hold a conversation; unknown capabilities count as able. */
export function canChat(model: Pick<Model, "capabilities">): boolean {
  return model.capabilities === undefined || model.capabilities.includes("completion");
}

export function canThink(capabilities: readonly string[] | undefined): boolean {
  return capabilities?.includes("thinking") ?? false;
}
