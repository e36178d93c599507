import { execFileSync } from "node:child_process";
import { availableParallelism, cpus } from "node:os";

export interface Circumstances {
  readonly runs: number;
  readonly browserVersion: string;
  readonly minutes: number;
}

const notes = `## How to read it

- The reference is a page that does the least: it reads the stream, appends to one text node once a frame and follows the
  end. It has no markdown, no storage and no list of conversations. Its one text node is laid out anew with each update, so
  after thousands of tokens a page that draws blocks can be cheaper than it.
- "First token" of a first reply is in a page where nothing has been asked yet, with all that is then loaded for the first
  time. By chance it is painted a frame sooner or later, so it is measured in pages of its own; in the tables of a whole
  reply it is that of one page a run.
- All figures are medians. Both pages are measured in turn, on the same servers in another process and in the same browser,
  so a slow moment of the machine meets both.
- A painted frame costs 3–4 ms where there is no GPU. A page that shows new text less often therefore looks cheap: read a
  cost together with the updates a second beside it.
- Times from written to painted cross two processes, whose clocks agree to about a millisecond; a negative
  or very small one is that.
- "Main thread" is the time of all tasks of the page's main thread, as the browser counts it, idle time not included.
- "Key to paint" runs from the browser's time of the keydown to just after the frame that shows it.
- "One more token" is measured within one reply that goes on and on: the piece of text that it continues is the same.
  A token that is only a mark of markdown, as the beginning of a list item, changes no text and is no update.
- "First token to end shown" is 0 where all came with the first paint; the whole reply, from sending to the end painted, says
  what that took.
- The reference of opening a conversation is the browser's own reading of its messages, with nothing made of them.
- Memory is read after the garbage has been collected; what a first reply loads for all later ones is not counted.
- Pages and scripts are sent with gzip, as static hosts do.
- Times depend on the machine and on what else it does. No test is passed or failed by them: compare ratios.`;

/** The figures as a document that says where they are from. */
export function documentOf(
  goals: string,
  tables: string,
  { runs, browserVersion, minutes }: Circumstances,
): string {
  const model = cpus()[0]?.model.trim() ?? "unknown processor";
  return [
    "# Benchmark",
    "",
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)} at commit ${commit()}: medians of ${runs} ` +
      `${runs === 1 ? "run" : "runs"}, ${minutes} minutes in all, ${availableParallelism()} cores (${model}), ` +
      `Chromium ${browserVersion} without a window and without a GPU.`,
    "",
    notes,
    "",
    "## Goals",
    "",
    goals,
    "",
    "## Figures",
    "",
    tables,
    "",
  ].join("\n");
}

function commit(): string {
  try {
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain", "src") === "" ? "" : " with changes"}`;
  } catch {
    return "unknown";
  }
}

function git(...parameters: string[]): string {
  return execFileSync("git", parameters, { encoding: "utf8" }).trim();
}
