import { createColourJobs } from "./colour-jobs.ts";
import type { ColourMessage, ColourRequest } from "./protocol.ts";
import { loadTokenizer } from "./tokenizer.ts";

// A turn and the pause after it fill one frame, so that the page gets at most one answer a frame.
const turn = 12;
const pause = 4;

const jobs = createColourJobs(loadTokenizer, begin);
let isWorking = false;

function post(message: ColourMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's page has none to name
  self.postMessage(message);
}

function work(): void {
  const start = performance.now();
  post(jobs.work(() => performance.now() - start > turn, post));
  isWorking = jobs.hasWork();
  if (isWorking) setTimeout(work, pause);
}

function begin(): void {
  if (isWorking) return;
  isWorking = true;
  setTimeout(work);
}

self.addEventListener("message", (event: MessageEvent<ColourRequest>) => {
  jobs.take(event.data);
  begin();
});
