import type { CDPSession } from "@playwright/test";

interface Counts {
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

/** What a page holds once everything that nothing refers to is gone. The profiler of the heap has to be on. */
export async function countsOf(session: CDPSession): Promise<Counts> {
  // What the first collection lets go of may hold more.
  for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
  const { documents, nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { documents, nodes, listeners: jsEventListeners, heap: usedSize };
}
