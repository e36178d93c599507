import type { Header } from "./exchange.ts";
import type { ReportBody, ReportExchange, RequestsReport } from "./report.ts";

/** A report for reading, as Markdown that also reads as plain text. Always in English: it is for whoever mends the fault. */
export function reportText(report: RequestsReport): string {
  const parts = [
    `# Bug report\n\n${factsOf(report)}`,
    ...(report.note ? [`## What went wrong\n\n${report.note}`] : []),
    ...report.exchanges.map(exchangeText),
  ];
  return `${parts.join("\n\n")}\n`;
}

function factsOf(report: RequestsReport): string {
  const facts = [
    `Made: ${report.madeAt}`,
    `App: Candor, build ${report.build}, at ${report.page}`,
    `Browser: ${report.browser}, language ${report.language}, ${report.isOnline ? "online" : "offline"}`,
    ...report.servers.map(({ address, state, version, finding }) => {
      const found = finding ? ` (${JSON.stringify(finding)})` : "";
      return `Server: ${address}, ${version ? `version ${version}, ` : ""}${state}${found}`;
    }),
    `Requests: ${report.exchanges.length}; secrets are masked as ***`,
  ];
  return facts.map((fact) => `- ${fact}`).join("\n");
}

function exchangeText(exchange: ReportExchange): string {
  const { id, request, response, timings, replayOf, status } = exchange;
  const again = replayOf === undefined ? "" : ` (request ${replayOf} again)`;
  const times = [
    `sent ${exchange.sentAt}`,
    ...timesOf([
      ["headers", timings.headers],
      ["first chunk", timings.firstChunk],
      ["last chunk", timings.lastChunk],
      ["end", timings.end],
    ]).map((time) => `${time} after`),
    ...timesOf([["longest gap", timings.longestGap]]),
  ];
  return [
    `## ${id}. ${request.method} ${request.address}${again}`,
    "",
    `${status ? `${status}, ` : ""}${exchange.result}; ${exchange.chunkCount} chunks`,
    times.join(", "),
    "",
    ...partText("Request", request.headers, request.body),
    ...partText("Answer", response.headers, response.body),
  ]
    .join("\n")
    .trimEnd();
}

function timesOf(times: readonly (readonly [string, number | undefined])[]): readonly string[] {
  return times.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${ms} ms`]));
}

function partText(name: string, headers: readonly Header[], { bytes, text, lacks }: ReportBody): string[] {
  const head = `${name}: ${bytes} bytes${lacks ? ` (${lacks})` : ""}`;
  const lines = [...headers.map(([header, value]) => `${header}: ${value}`), ...(text ? ["", text] : [])];
  if (lines.length === 0) return [head, ""];
  const block = lines.join("\n").trimEnd();
  // A fence longer than any in the text.
  const longest = Math.max(2, ...(block.match(/`{3,}/g) ?? []).map(({ length }) => length));
  const fence = "`".repeat(longest + 1);
  return [head, fence, block, fence, ""];
}
