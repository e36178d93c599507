import { isFields } from "./ollama/go-json.ts";
import { bytesOf, textOfChunks, type Trace, type TraceResponse } from "./trace.ts";

/** Values that differ from run to run; their types do not. */
const volatile = new Set(
  `id created created_at modified_at expires_at context embedding embeddings logprobs
   total_duration load_duration prompt_eval_count prompt_eval_duration eval_count eval_duration
   prompt_tokens completion_tokens total_tokens`.split(/\s+/),
);

/** Texts whose lines the server puts in an order of chance. */
const unordered = new Set(["parameters", "modelfile"]);

/** What the answer does otherwise than the recorded one; nothing if it follows. */
export function differences(trace: Trace, actual: TraceResponse): readonly string[] {
  const { response: expected } = trace;
  return [
    ...same("status", expected.status, actual.status),
    ...same("reason", expected.reason, actual.reason),
    ...same("headers", headersOf(expected), headersOf(actual)),
    ...same("end", expected.end, actual.end),
    ...bodyDifferences(trace, actual),
  ];
}

function same(what: string, expected: unknown, actual: unknown): readonly string[] {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(actual)];
  return wanted === got ? [] : [`${what}: ${wanted?.slice(0, 400)} expected, got ${got?.slice(0, 400)}`];
}

/** In order and with duplicates; dates and lengths of varying bodies by name only. */
function headersOf({ headers }: TraceResponse): readonly string[] {
  return headers.map(([name, value]) =>
    ["Date", "Content-Length"].includes(name) ? name : `${name}: ${value}`,
  );
}

function bodyDifferences(trace: Trace, actual: TraceResponse): readonly string[] {
  const type = trace.response.headers.find(([name]) => name === "Content-Type")?.[1] ?? "";
  if (type === "application/x-ndjson" && trace.request.path === "/api/pull")
    return pullDifferences(trace, actual);
  if (type === "application/x-ndjson" || type === "text/event-stream")
    return streamDifferences(trace, actual);
  const [wanted, got] = [textOfChunks(trace.response.chunks), textOfChunks(actual.chunks)];
  if (!type.startsWith("application/json") || wanted === "") return same("body", wanted, got);
  return [
    ...same("trailing newline", wanted.endsWith("\n"), got.endsWith("\n")),
    ...shapeDifferences("body", parse(wanted), parse(got)),
  ];
}

/** Chunk by chunk: what arrives together, and in which order. */
function streamDifferences(trace: Trace, actual: TraceResponse): readonly string[] {
  const [wanted, got] = [trace.response.chunks, actual.chunks];
  return [
    ...same("number of chunks", wanted.length, got.length),
    ...wanted.flatMap((chunk, index) => {
      const other = got[index];
      return other === undefined ? [] : shapeDifferences(`chunk ${index}`, eventsOf(chunk), eventsOf(other));
    }),
  ].slice(0, 5);
}

function eventsOf(chunk: TraceResponse["chunks"][number]): readonly unknown[] {
  const text = bytesOf(chunk).toString("utf8");
  const [separator, prefix] = text.startsWith("data: ") ? ["\n\n", "data: "] : ["\n", ""];
  if (!text.endsWith(separator)) return [`not ended by a line break: ${text}`];
  return text
    .slice(0, -separator.length)
    .split(separator)
    .map((event) => (event.startsWith(prefix) ? parse(event.slice(prefix.length)) : `no prefix: ${event}`));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Keys in their order, types, and all values that do not vary. */
function shapeDifferences(
  path: string,
  expected: unknown,
  actual: unknown,
  varies = false,
): readonly string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const lengths = /\.(context|bytes)$/.test(path)
      ? []
      : same(`${path} length`, expected.length, actual.length);
    const items: readonly unknown[] = varies ? expected.slice(0, Math.min(3, actual.length)) : expected;
    return [
      ...lengths,
      ...items.flatMap((item, index) => shapeDifferences(`${path}.${index}`, item, actual[index], varies)),
    ];
  }
  if (isFields(expected) && isFields(actual)) {
    const keys = Object.keys(expected);
    return [
      ...same(`${path} keys`, keys, Object.keys(actual)),
      ...keys.flatMap((key) =>
        shapeDifferences(
          `${path}.${key}`,
          ordered(key, expected[key]),
          ordered(key, actual[key]),
          varies || volatile.has(key),
        ),
      ),
    ];
  }
  if (varies) return same(`${path} type`, typeof expected, typeof actual);
  return same(path, steady(expected), steady(actual));
}

function ordered(key: string, value: unknown): unknown {
  return unordered.has(key) && typeof value === "string" ? value.split("\n").toSorted().join("\n") : value;
}

/** Digests of chance, counts by estimate, and how often an endless repetition came. */
function steady(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value
    .replace(/^(creating new layer sha256:)[0-9a-f]{64}$/, "$1…")
    .replace(/request \(\d+ tokens\)|"n_prompt_tokens":\d+/g, "…")
    .replace(/^( and so on){20,}( and so)?$/, "$1…")
    .replace(/(want sha256:[0-9a-f]{64}, got sha256:)[0-9a-f]{64}$/, "$1…");
}

interface Stage {
  readonly line: unknown;
  /** How the numbers moved: from nothing or from where they were, only up or also down. */
  readonly movement?: string;
}

/** Progress comes as often as time allows, so runs of lines of one layer are compared by how they move. */
function pullDifferences(trace: Trace, actual: TraceResponse): readonly string[] {
  const [wanted, got] = [stagesOf(trace.response), stagesOf(actual)];
  return [
    ...same(
      "stages",
      wanted.map(({ movement }) => movement),
      got.map(({ movement }) => movement),
    ),
    ...shapeDifferences("lines", linesOf(wanted), linesOf(got)),
  ];
}

function linesOf(stages: readonly Stage[]): readonly unknown[] {
  return stages.map(({ line }) => line);
}

function stagesOf({ chunks }: TraceResponse): readonly Stage[] {
  const lines = chunks.flatMap(eventsOf);
  const runs: unknown[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (
      isFields(line) &&
      last !== undefined &&
      digestOf(line) !== undefined &&
      digestOf(last[0]) === digestOf(line)
    )
      last.push(line);
    else runs.push([line]);
  }
  // A small layer may be there before its first report is due.
  const reported = runs.filter(
    ([line]) => !(isFields(line) && Number(line["total"]) < 1000 && line["completed"] !== line["total"]),
  );
  return reported.map(stageOf);
}

function stageOf(run: readonly unknown[]): Stage {
  const [first] = run;
  if (!isFields(first) || digestOf(first) === undefined) return { line: first };
  const done = run.map((line) => (isFields(line) ? Number(line["completed"] ?? 0) : 0));
  const total = Number(first["total"]);
  const falls = done.some((value, index) => value < (done[index - 1] ?? 0));
  const from = (done[0] ?? 0) > 0.1 * total ? "from where it was" : "from the start";
  const moves = done.every((value) => value === 0) ? "never moves" : falls ? "falls back" : "rises";
  const { completed: _, ...line } = first;
  return { line, movement: run.length === 1 ? "at once" : `${from}, ${moves}` };
}

function digestOf(line: unknown): unknown {
  return isFields(line) ? line["digest"] : undefined;
}
