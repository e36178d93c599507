import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isFields, textOf } from "./ollama/go-json.ts";
import { capture, hasBody, textOfChunks, type Trace, type TraceRequest } from "./trace.ts";

interface Recording {
  /** A server with Ollama's protocol, such as http://127.0.0.1:11434. */
  readonly url: string;
  readonly outDir: string;
  /** The exchanges to make anew. */
  readonly traces: ReadonlyMap<string, Trace>;
  /** Stands in for the model of the old recordings. */
  readonly model?: string | undefined;
}

interface Skipped {
  readonly name: string;
  readonly reason: string;
}

export interface Recorded {
  readonly recorded: readonly string[];
  readonly skipped: readonly Skipped[];
}

/** Cases that one ordinary server cannot be brought to, with what they would need. */
const needs: readonly { readonly cases: RegExp; readonly reason: string }[] = [
  { cases: /^(open|named)-/, reason: "needs a server with other OLLAMA_ORIGINS" },
  { cases: /^(tags|ps|v1-models)-empty$/, reason: "needs a server with nothing installed or loaded" },
  { cases: /runner-dies|load-fails|too-large/, reason: "needs a damaged or killed model" },
  { cases: /queue-full|-waits$|ps-while-loading/, reason: "needs a server that is busy" },
  { cases: /^ps-(forever|loaded|steady)$|-cold/, reason: "needs models in memory, or none" },
  { cases: /^show-made$|^chat-bad-parameter$/, reason: "needs a model that was made before" },
];

/** Makes traces anew from a running server, one file a case. */
export async function recordTraces({ url, outDir, traces, model }: Recording): Promise<Recorded> {
  const base = url.replace(/\/+$/, "");
  const installed = await installedModels(base);
  const version = await readJson(base, "/api/version");
  await mkdir(outDir, { recursive: true });
  const recorded: string[] = [];
  const skipped: Skipped[] = [];
  for (const trace of traces.values()) {
    const prepared = prepare(trace, base, installed, model);
    if (typeof prepared === "string") {
      skipped.push({ name: trace.case, reason: prepared });
      continue;
    }
    const leaves = trace.response.end === "client closed";
    const made: Trace = {
      case: trace.case,
      about: trace.about,
      server: `Ollama ${textOf(version["version"])}`,
      recorded: new Date().toISOString().slice(0, 10),
      request: prepared,
      response: await capture(base, prepared, leaves ? trace.response.chunks.length : Infinity),
    };
    await writeFile(join(outDir, `${trace.case}.json`), `${JSON.stringify(made, null, 2)}\n`);
    recorded.push(trace.case);
  }
  return { recorded, skipped };
}

/** The request for this server, or why there is none. */
function prepare(
  trace: Trace,
  base: string,
  installed: readonly Installed[],
  model: string | undefined,
): TraceRequest | string {
  const { request } = trace;
  const need = needs.find(({ cases }) => cases.test(trace.case));
  if (need !== undefined) return need.reason;
  const writes = /^\/api\/(pull|push|create|copy|delete|blobs)/.test(request.path);
  if (writes && !isRefusedAtOnce(trace)) return "would change what is installed";
  if (!hasBody(request)) return "the body was too long to keep";
  const headers = trace.case.startsWith("host-")
    ? request.headers
    : { ...request.headers, Host: new URL(base).host };
  const substitute = substituteFor(request, installed, model);
  if (substitute !== undefined && "missing" in substitute) return substitute.missing;
  if (substitute === undefined) return { ...request, headers };
  return {
    ...request,
    headers,
    path: request.path.replace(substitute.old, substitute.name),
    body: isFields(request.body) ? { ...request.body, model: substitute.name } : request.body,
  };
}

/** A request that is refused as it is read, whatever is installed. */
function isRefusedAtOnce({ case: name, request, response }: Trace): boolean {
  const base = isFields(request.body) ? textOf(request.body["from"]) : "";
  return response.status === 400 && base === "" && name !== "blob-wrong-digest";
}

interface Installed {
  readonly name: string;
  readonly capabilities: readonly string[];
}

const kinds: Readonly<Record<string, string>> = { embed: "embedding", think: "thinking", tools: "tools" };

function substituteFor(
  { path, body }: TraceRequest,
  installed: readonly Installed[],
  model: string | undefined,
): { readonly old: string; readonly name: string } | { readonly missing: string } | undefined {
  const named = isFields(body) ? textOf(body["model"]) : path;
  const [old, kind] = /scripted:(\w+)/.exec(named) ?? [];
  if (old === undefined || kind === undefined || installed.some(({ name }) => name === old)) return undefined;
  const wanted = kinds[kind] ?? "completion";
  const able = installed.filter(({ capabilities }) => capabilities.includes(wanted));
  const chosen = able.find(({ name }) => name === model || name === `${model}:latest`) ?? able[0];
  return chosen === undefined
    ? { missing: `needs a model with the capability ${wanted}` }
    : { old, name: chosen.name };
}

async function installedModels(base: string): Promise<readonly Installed[]> {
  const { models } = await readJson(base, "/api/tags");
  const listed: readonly unknown[] = Array.isArray(models) ? models : [];
  return listed.filter(isFields).map((entry) => ({
    name: textOf(entry["name"]),
    capabilities: Array.isArray(entry["capabilities"]) ? entry["capabilities"].map(textOf) : ["completion"],
  }));
}

async function readJson(base: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  const { chunks } = await capture(base, { method: "GET", path, headers: {}, body: null });
  const value: unknown = JSON.parse(textOfChunks(chunks));
  return isFields(value) ? value : {};
}
