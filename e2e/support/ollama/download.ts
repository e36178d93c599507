import type { Clock } from "./clock.ts";
import type { Layer } from "./model.ts";
import type { Trouble } from "./registry.ts";
import type { Store } from "./store.ts";

/** Ollama reports a layer's progress this often. */
const reportEveryMs = 60;

/** One layer on its way: shared by all who want it, given up when the last of them leaves. */
export class Download {
  completed: number;
  error: string | undefined;
  readonly #layer: Layer;
  readonly #stop = new AbortController();
  readonly #finished: Promise<void>;
  #readers = 0;

  constructor(layer: Layer, from: number, run: (download: Download, gone: AbortSignal) => Promise<void>) {
    this.#layer = layer;
    this.completed = from;
    this.#finished = run(this, this.#stop.signal).catch(() => {});
  }

  get total(): number {
    return this.#layer.size;
  }

  get over(): boolean {
    return this.error !== undefined || this.completed >= this.total;
  }

  join(): void {
    this.#readers++;
  }

  leave(): boolean {
    const last = --this.#readers === 0;
    if (last) this.#stop.abort();
    return last;
  }

  /** Until the next report is due, or the layer is there. */
  async nextReport(clock: Clock, gone: AbortSignal): Promise<void> {
    await Promise.race([clock.sleep(reportEveryMs, gone), this.#finished]);
  }
}

/** The downloads that run now, by digest. */
export class Downloads {
  readonly #running = new Map<string, Download>();

  join(
    layer: Layer,
    speed: { bytesPerSecond: number; troubles: readonly Trouble[] },
    clock: Clock,
    store: Store,
  ): Download {
    const running = this.#running.get(layer.digest);
    const download =
      running ??
      new Download(layer, store.partial.get(layer.digest) ?? 0, (self, gone) =>
        fetchLayer(self, speed, clock, gone),
      );
    this.#running.set(layer.digest, download);
    download.join();
    return download;
  }

  leave(layer: Layer, download: Download, store: Store): void {
    if (!download.leave()) return;
    this.#running.delete(layer.digest);
    if (download.completed >= download.total) store.keep(layer);
    else store.partial.set(layer.digest, Math.floor(download.completed));
  }
}

async function fetchLayer(
  download: Download,
  { bytesPerSecond, troubles }: { bytesPerSecond: number; troubles: readonly Trouble[] },
  clock: Clock,
  gone: AbortSignal,
): Promise<void> {
  const ahead = [...troubles].filter(({ at }) => at * download.total >= download.completed);
  let last = performance.now();
  while (!download.over) {
    const trouble = ahead[0];
    const next = trouble === undefined ? download.total : trouble.at * download.total;
    if (bytesPerSecond === Infinity) download.completed = next;
    else {
      await clock.sleep(reportEveryMs / 2, gone);
      const now = performance.now();
      const arrived = (bytesPerSecond * (now - last) * clock.speed) / 1000;
      download.completed = Math.min(next, download.completed + arrived);
      last = now;
    }
    if (trouble === undefined || download.completed < next) continue;
    ahead.shift();
    await clock.sleep(trouble.stallMs, gone);
    last = performance.now();
    if (trouble.fallTo !== undefined) download.completed = trouble.fallTo * download.total;
    download.error = trouble.error;
  }
}
