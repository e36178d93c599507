/** Browsers open six HTTP/1.1 connections to a host; two stay free for lists and health checks. */
export const streamsPerServer = 4;

type Waiter = { readonly start: () => void; readonly tell: (position: number) => void };
type Line = { running: number; waiting: readonly Waiter[] };

const lines = new Map<string, Line>();

/**
 * A place among the streams of a server, four at a time, first come first served. Resolves with the function that gives the place
 * back (calling it again does nothing). `onWaiting` hears the position in the queue, from 1, whenever it changes; it is not called where
 * a place is free. Aborting leaves the queue with the signal's reason.
 */
export function enqueue(
  server: string,
  signal: AbortSignal,
  onWaiting?: (position: number) => void,
): Promise<() => void> {
  if (signal.aborted) return Promise.reject(signal.reason as Error);
  const key = keyOf(server);
  const line = lines.get(key) ?? { running: 0, waiting: [] };
  lines.set(key, line);
  if (line.running < streamsPerServer) return Promise.resolve(occupy(key, line));
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      line.waiting = line.waiting.filter((other) => other !== waiter);
      tellPositions(line);
      reject(signal.reason as Error);
    };
    const waiter: Waiter = {
      start: () => {
        signal.removeEventListener("abort", leave);
        resolve(occupy(key, line));
      },
      tell: (position) => onWaiting?.(position),
    };
    signal.addEventListener("abort", leave, { once: true });
    line.waiting = [...line.waiting, waiter];
    waiter.tell(line.waiting.length);
  });
}

function occupy(key: string, line: Line): () => void {
  line.running++;
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    line.running--;
    const [next, ...others] = line.waiting;
    line.waiting = others;
    if (next) {
      next.start();
      tellPositions(line);
    } else if (line.running === 0) {
      lines.delete(key);
    }
  };
}

function tellPositions(line: Line): void {
  for (const [index, waiter] of line.waiting.entries()) waiter.tell(index + 1);
}

/** Connections are counted for scheme, host and port, whatever the path. */
function keyOf(server: string): string {
  try {
    return new URL(server).origin;
  } catch {
    return server;
  }
}
