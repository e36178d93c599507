import type { FakeModel, Layer } from "./model.ts";
import { parseName } from "./model-name.ts";

/** What happens to a download when a share of its largest layer is there. */
export interface Trouble {
  /** 0 to 1. */
  readonly at: number;
  /** The numbers stand still for so long. */
  readonly stallMs: number;
  /** Then they fall back to this share: a part is fetched anew. */
  readonly fallTo?: number;
  /** Or the pull ends with this text. */
  readonly error?: string;
}

type RegistryFailure =
  | "missing"
  | "denied"
  | "unreachable"
  | "no such host"
  | "no TLS"
  | "needs newer"
  | "wrong bytes"
  | "disk full"
  | { readonly text: string };

/** How a registry delivers a model, as data. */
export interface PullScenario {
  readonly about: string;
  /** What is installed in the end, under the name that was asked for. */
  readonly model?: Omit<FakeModel, "name">;
  /** Only some sizes, where the model does not matter: weights first. */
  readonly layerSizes?: readonly number[];
  /** Without it a pull takes no time. */
  readonly bytesPerSecond?: number;
  readonly troubles?: readonly Trouble[];
  /** A failure at the manifest, after the bytes (`wrong bytes`) or while writing (`disk full`). */
  readonly fails?: RegistryFailure;
}

/** How a registry takes a model. */
export interface PushScenario {
  readonly about: string;
  /** Without it a push takes no time. */
  readonly bytesPerSecond?: number;
  /** The text that ends the push when half of the weights are there. */
  readonly fails?: string;
}

/** What a registry has, by name; `otherwise` for every other name. */
export class Registry {
  readonly entries: Map<string, PullScenario>;
  otherwise: PullScenario;

  constructor(
    entries: Readonly<Record<string, PullScenario>> = {},
    otherwise: PullScenario = { about: "no such model", fails: "missing" },
  ) {
    this.entries = new Map(Object.entries(entries));
    this.otherwise = otherwise;
  }

  lookUp(name: string): PullScenario {
    return this.entries.get(name) ?? this.entries.get(name.replace(/:latest$/, "")) ?? this.otherwise;
  }
}

interface Failure {
  readonly step: "manifest" | "verify" | "write";
  readonly text: string;
}

function manifest(text: string): Failure {
  return { step: "manifest", text: `pull model manifest: ${text}` };
}

/** The text that ends a pull, and before which step. */
export function failureOf(
  scenario: PullScenario,
  asked: { readonly name: string; readonly insecure: boolean },
  weights: Layer | undefined,
): Failure | undefined {
  const { fails } = scenario;
  if (fails === undefined) return undefined;
  const name = parseName(asked.name);
  const host = name?.host ?? "";
  const path = `${host}/v2/${name?.namespace}/${name?.model}/manifests/${name?.tag}`;
  const get = `Get "${asked.insecure ? "http" : "https"}://${path}"`;
  if (typeof fails === "object") return { step: "manifest", text: fails.text };
  switch (fails) {
    case "missing":
      return manifest("file does not exist");
    case "denied":
      return manifest(
        asked.insecure || !host.includes(":")
          ? `realm host "" does not match original host "${host}"`
          : `${get}: tls: first record does not look like a TLS handshake`,
      );
    case "no TLS":
      if (asked.insecure) return undefined;
      return manifest(`${get}: tls: first record does not look like a TLS handshake`);
    case "unreachable":
      return manifest(`${get}: dial tcp ${host}: connect: connection refused`);
    case "no such host":
      return manifest(`${get}: dial tcp: lookup ${host}: no such host`);
    case "needs newer":
      return manifest(
        "412: \n\nThe model you are attempting to pull requires a newer version of Ollama that may be in pre-release.\n\nPlease see https://github.com/ollama/ollama/releases for more details.\n",
      );
    case "wrong bytes": {
      const got =
        weights?.digest
          .replace(/^sha256:/, "")
          .split("")
          .toReversed()
          .join("") ?? "";
      return {
        step: "verify",
        text: `digest mismatch, file must be downloaded again: want ${weights?.digest}, got sha256:${got}`,
      };
    }
    case "disk full":
      return { step: "write", text: "write /models/blobs/partial: no space left on device" };
  }
}
