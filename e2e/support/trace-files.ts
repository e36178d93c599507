import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { type Trace, traceSchema } from "./trace.ts";

const recordedTraces = fileURLToPath(new URL("../fixtures/traces/", import.meta.url));

export function readTraces(directory = recordedTraces): ReadonlyMap<string, Trace> {
  const files = readdirSync(directory).filter((file) => file.endsWith(".json"));
  const traces = files.map((file) =>
    v.parse(traceSchema, JSON.parse(readFileSync(`${directory}/${file}`, "utf8"))),
  );
  return new Map(traces.map((trace) => [trace.case, trace]));
}
