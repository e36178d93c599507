import type { Clock } from "./clock.ts";
import { Fault } from "./fault.ts";
import { defaultKeepAlive } from "./keep-alive.ts";
import { type FakeModel, nameOf } from "./model.ts";

/** A model in memory. */
export interface Loaded {
  readonly model: FakeModel;
  readonly numCtx: number;
  expiresAt: number;
}

interface Runner extends Loaded {
  keepAlive: number;
  forget: () => void;
}

export interface Wish {
  readonly numCtx: number;
  readonly keepAlive: number | undefined;
  readonly load?: { readonly ms: number; readonly error?: string } | undefined;
}

/** The right to use a model, until it is released. */
export interface Seat {
  readonly numCtx: number;
  readonly loadedInMs: number;
  release(): void;
}

function nothing(): void {}

/** One request at a time, the rest wait in order. */
class Turnstile {
  #tail: Promise<void> = Promise.resolve();
  busy = 0;

  async enter(gone: AbortSignal): Promise<() => void> {
    const before = this.#tail;
    let leave: () => void = nothing;
    this.#tail = new Promise((resolve) => {
      leave = () => {
        this.busy--;
        resolve();
      };
    });
    this.busy++;
    const left = new Promise<"left">((resolve) =>
      gone.addEventListener("abort", () => resolve("left"), { once: true }),
    );
    if (gone.aborted || (await Promise.race([before, left])) === "left") {
      void before.then(leave);
      throw gone.reason as Error;
    }
    return leave;
  }
}

/** Loads and unloads models; each has one slot, and only one is loaded at a time. */
export class Scheduler {
  readonly #clock: Clock;
  readonly #maxQueue: number;
  readonly #defaultLoadMs: number;
  readonly #runners = new Map<string, Runner>();
  readonly #slots = new Map<string, Turnstile>();
  readonly #loading = new Turnstile();
  #waiting = 0;

  constructor(clock: Clock, maxQueue: number, defaultLoadMs: number) {
    this.#clock = clock;
    this.#maxQueue = maxQueue;
    this.#defaultLoadMs = defaultLoadMs;
  }

  /** Latest to expire first. */
  inMemory(): readonly Loaded[] {
    return [...this.#runners.values()].toSorted((a, b) => b.expiresAt - a.expiresAt);
  }

  async acquire(model: FakeModel, wish: Wish, gone: AbortSignal): Promise<Seat> {
    if (this.#waiting >= this.#maxQueue) {
      throw new Fault(503, "server busy, please try again.  maximum pending requests exceeded");
    }
    const started = performance.now();
    const slot = this.#slotOf(model);
    this.#waiting++;
    let leave: () => void = nothing;
    try {
      leave = await slot.enter(gone);
      await this.#load(model, wish, gone);
    } catch (error) {
      leave();
      throw error;
    } finally {
      this.#waiting--;
    }
    return {
      numCtx: wish.numCtx,
      loadedInMs: performance.now() - started,
      release: () => {
        this.#rest(model, wish.keepAlive);
        leave();
      },
    };
  }

  unload(model: FakeModel): void {
    const runner = this.#runners.get(nameOf(model));
    runner?.forget();
    this.#runners.delete(nameOf(model));
  }

  async unloadWhenIdle(model: FakeModel): Promise<void> {
    const leave = await this.#slotOf(model).enter(new AbortController().signal);
    this.unload(model);
    leave();
  }

  unloadAll(): void {
    for (const { model } of this.#runners.values()) this.unload(model);
  }

  #slotOf(model: FakeModel): Turnstile {
    const name = nameOf(model);
    const slot = this.#slots.get(name) ?? new Turnstile();
    this.#slots.set(name, slot);
    return slot;
  }

  async #load(model: FakeModel, wish: Wish, gone: AbortSignal): Promise<void> {
    const current = this.#runners.get(nameOf(model));
    current?.forget();
    if (current !== undefined && current.numCtx === wish.numCtx && wish.load === undefined) return;
    this.unload(model);
    const loaded = await this.#loading.enter(gone);
    try {
      await this.#clock.sleep(wish.load?.ms ?? model.loadMs ?? this.#defaultLoadMs, gone);
      const failure = wish.load === undefined ? loadFailure(model, wish.numCtx) : wish.load.error;
      if (failure !== undefined) throw new Fault(500, failure);
      this.#runners.set(nameOf(model), {
        model,
        numCtx: wish.numCtx,
        keepAlive: defaultKeepAlive,
        expiresAt: Date.now() + defaultKeepAlive,
        forget: nothing,
      });
    } finally {
      loaded();
    }
  }

  /** The time to live starts anew when a request has ended. */
  #rest(model: FakeModel, keepAlive: number | undefined): void {
    const runner = this.#runners.get(nameOf(model));
    if (runner === undefined) return;
    runner.forget();
    runner.keepAlive = keepAlive ?? runner.keepAlive;
    runner.expiresAt = Date.now() + runner.keepAlive;
    if (runner.keepAlive === 0) this.unload(model);
    else runner.forget = this.#clock.after(runner.keepAlive, () => this.unload(model));
  }
}

function loadFailure(model: FakeModel, numCtx: number): string | undefined {
  if (numCtx <= (model.largestContext ?? Infinity)) return model.loadError;
  const reason = "llama_init_from_model: failed to initialize the context: std::bad_alloc";
  return `llama-server process has terminated: exit status 1: ${reason}\n${reason}`;
}
