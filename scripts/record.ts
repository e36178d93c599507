import { parseArgs } from "node:util";
import { readTraces } from "../e2e/support/trace-files.ts";
import { recordTraces } from "../e2e/support/trace-recorder.ts";
import { PlainError } from "./plain-error.ts";

const usage = "Usage: npm run record -- <url of an Ollama server> [directory for the files] [--model <name>]";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { model: { type: "string" } },
});
const [url, outDir = "traces-recorded"] = positionals;
if (url === undefined || !URL.canParse(url)) throw new PlainError(usage);

const { recorded, skipped } = await recordTraces({ url, outDir, traces: readTraces(), model: values.model });

console.log(`${recorded.length} exchanges recorded into ${outDir}, ${skipped.length} skipped:`);
for (const { name, reason } of skipped) console.log(`  ${name}: ${reason}`);
