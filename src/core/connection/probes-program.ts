import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { type Evidence, type Probe, probeOf } from "./probes.ts";

/**
 * What answers in place of Ollama, as far as it can be told. `openai`: it lists models at `/v1/models`; `page`: a web page; `gin`: the
 * router that Ollama is made with; `go`: another server written in Go; `api`: it speaks JSON.
 */
export type Program = {
  readonly kind: "openai" | "page" | "gin" | "go" | "api" | "unknown";
  /** A product's name, or a page's title. */
  readonly name?: string;
};

/** Products by `owned_by` of their models (their own sources: llama.cpp's server, vLLM's and SGLang's protocol). */
const owners: Readonly<Record<string, string>> = {
  llamacpp: "llama.cpp",
  vllm: "vLLM",
  sglang: "SGLang",
  koboldcpp: "KoboldCpp",
};

/** Looks at all that was answered to say what it is. */
export function programOf(evidence: Evidence): Program {
  const [asked, bare] = [probeOf(evidence, "version"), probeOf(evidence, "bare")];
  const version = bodyOf(asked?.type === "answered" ? asked : bare);
  const root = bodyOf(probeOf(evidence, "root"));
  // LM Studio answers every path with 200 and this.
  if (/Unexpected endpoint or method/.test(version)) return { kind: "openai", name: "LM Studio" };
  const owner = ownerIn(bodyOf(probeOf(evidence, "models")));
  if (owner !== undefined) {
    const name = owners[owner.toLowerCase()];
    return { kind: "openai", ...(name ? { name } : {}) };
  }
  const page = [root, version].find((body) => /<(!doctype html|html|head|title)\b/i.test(body));
  if (page !== undefined) {
    const title = /<title[^>]*>([^<]{1,80})/i.exec(page)?.[1]?.trim();
    return { kind: "page", ...(title ? { name: title } : {}) };
  }
  // Gin writes it without a newline, Go's own router with one.
  if (version === "404 page not found") return { kind: "gin" };
  if (version === "404 page not found\n") return { kind: "go" };
  const isJson = [version, root].some((body) => asRecord(parseJson(body)) !== undefined);
  return { kind: isJson ? "api" : "unknown" };
}

function bodyOf(probe: Probe | undefined): string {
  return probe?.type === "answered" ? probe.body : "";
}

/** `owned_by` of the first model of a list; empty for a list without models; nothing for what is no list. */
function ownerIn(body: string): string | undefined {
  const data = asRecord(parseJson(body))?.["data"];
  // A long list may be cut off where it was read.
  if (!Array.isArray(data)) return /^\s*\{[^]*"data"\s*:\s*\[[^]*"owned_by"\s*:\s*"([^"]*)"/.exec(body)?.[1];
  const owner = asRecord(data[0])?.["owned_by"];
  return typeof owner === "string" ? owner : "";
}
