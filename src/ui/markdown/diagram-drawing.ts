import type { DiagramMessage, DrawDiagram } from "#src/frames/message.ts";

/** A diagram as a picture; sizes in CSS pixels. */
export interface Drawing {
  readonly svg: string;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
}

/** A fault in the diagram, in the drawer's words; no answer in time; or the drawer could not be loaded. */
export type DrawingResult = Drawing | { readonly fault: string } | "late" | "lost";

const drawingTime = 10_000;
const loadingTime = 60_000;
/** A page that has loaded says so at once, if it has its script. */
const answerTime = 1000;
/** The drawer is large: it goes when nothing was drawn for so long. */
const idleTime = 60_000;
const kept = 60;

type Job = DrawDiagram & { readonly done: (result: DrawingResult) => void };

let frame: HTMLIFrameElement | undefined;
let isReady = false;
let current: Job | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastId = 0;
const waiting: Job[] = [];
const known = new Map<string, DrawingResult>();

const keyOf = (source: string, isDark: boolean): string => `${isDark ? "dark" : "light"} ${source}`;

/** What was drawn before, so that it is there at once when it comes on screen again. */
export function knownDrawing(source: string, isDark: boolean): DrawingResult | undefined {
  return known.get(keyOf(source, isDark));
}

/** Draws one diagram after the other, in a frame without an origin that loads nothing but the drawer. */
export async function drawDiagram(source: string, isDark: boolean): Promise<DrawingResult> {
  const key = keyOf(source, isDark);
  const before = known.get(key);
  if (before !== undefined) return before;
  const result = await new Promise<DrawingResult>((done) => {
    waiting.push({ id: (lastId += 1), source, isDark, done });
    next();
  });
  if (typeof result === "object") known.set(key, result);
  for (const oldest of known.keys()) if (known.size > kept) known.delete(oldest);
  return result;
}

function next(): void {
  if (current !== undefined) return;
  const job = waiting.shift();
  clearTimeout(timer);
  if (job === undefined) {
    timer = setTimeout(removeFrame, idleTime);
    return;
  }
  current = job;
  if (isReady) send(job);
  else open();
}

function open(): void {
  timer = setTimeout(lose, loadingTime);
  if (frame) return;
  window.addEventListener("message", receive);
  frame = document.createElement("iframe");
  frame.src = "frames/diagram.html";
  frame.setAttribute("sandbox", "allow-scripts");
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.referrerPolicy = "no-referrer";
  // It has to be laid out, or nothing in it could be measured.
  Object.assign(frame.style, {
    position: "fixed",
    insetBlockStart: "0",
    insetInlineStart: "0",
    inlineSize: "1024px",
    blockSize: "768px",
    border: "0",
    visibility: "hidden",
    pointerEvents: "none",
    zIndex: "-1",
  });
  // Also told of a page of the browser's own, which stands there where nothing came.
  frame.addEventListener("load", () => {
    if (isReady) return;
    clearTimeout(timer);
    timer = setTimeout(lose, answerTime);
  });
  document.body.append(frame);
}

function removeFrame(): void {
  frame?.remove();
  frame = undefined;
  isReady = false;
  window.removeEventListener("message", receive);
}

function send({ id, source, isDark }: Job): void {
  clearTimeout(timer);
  timer = setTimeout(giveUp, drawingTime);
  const message: DrawDiagram = { id, source, isDark };
  // Its origin is opaque, so no other target can be named.
  frame?.contentWindow?.postMessage(message, "*");
}

/** Without a drawer none of those that wait can be drawn; who asks later has it loaded again. */
function lose(): void {
  removeFrame();
  for (const { done } of waiting.splice(0)) done("lost");
  end("lost");
}

/** Who drew too long may never end, so the next one gets a new drawer. */
function giveUp(): void {
  removeFrame();
  end("late");
}

function end(result: DrawingResult): void {
  const job = current;
  current = undefined;
  job?.done(result);
  next();
}

function receive(event: MessageEvent<DiagramMessage>): void {
  if (!frame || event.source !== frame.contentWindow) return;
  const message = event.data;
  if (message.type === "ready") {
    isReady = true;
    if (current) send(current);
    return;
  }
  if (message.id !== current?.id) return;
  if (message.type === "fault") end({ fault: message.reason });
  else end({ svg: message.svg, kind: message.kind, width: message.width, height: message.height });
}
