import { Clock } from "./clock.ts";
import { Downloads } from "./download.ts";
import type { FakeModel } from "./model.ts";
import type { PullScenario, PushScenario, Registry } from "./registry.ts";
import type { Asked, Choice, Scenario } from "./scenario.ts";
import { Scheduler } from "./scheduler.ts";
import { Store } from "./store.ts";

export type Account =
  | "signed out"
  /** ollama.com cannot be reached. */
  | "unavailable"
  | { readonly name: string; readonly email: string; readonly plan?: string };

/** How this server is set up: what an Ollama gets by environment variables, and what it knows. */
export interface Rules {
  readonly version: string;
  /** Entries of OLLAMA_ORIGINS. */
  readonly origins: readonly string[];
  /** The guard against foreign Host headers, as on a loopback address. */
  readonly hostCheck: boolean;
  /** OLLAMA_CONTEXT_LENGTH. */
  readonly contextLength: number;
  /** OLLAMA_MAX_QUEUE. */
  readonly maxQueue: number;
  readonly loadMs: number;
  readonly modelsPath: string;
  readonly cloud: "on" | "off";
  readonly account: Account;
  /** An older server does not know `_debug_render_only`, and generates. */
  readonly knowsDebugRender: boolean;
  /** A proxy in front that wants `Authorization: Bearer <key>`. */
  readonly requireKey: string | undefined;
  /** What models do that have nothing of their own to do. */
  readonly does: Choice;
}

export const defaultRules: Omit<Rules, "does"> = {
  version: "0.33.0",
  origins: [],
  hostCheck: true,
  contextLength: 4096,
  maxQueue: 512,
  loadMs: 0,
  modelsPath: "/usr/share/ollama/.ollama/models",
  cloud: "on",
  account: "signed out",
  knowsDebugRender: true,
  requireKey: undefined,
};

export interface ScriptOptions {
  /** Only for this model. */
  readonly model?: string;
  /** Only for requests of which this is true. */
  readonly when?: (asked: Asked) => boolean;
  /** How often it is used: once, or as given, or `Infinity`. */
  readonly times?: number;
}

interface Scripted extends ScriptOptions {
  readonly choice: Choice;
  left: number;
}

/** Everything one server holds between requests. */
export class ServerState {
  readonly rules: Rules;
  readonly clock: Clock;
  readonly store: Store;
  readonly scheduler: Scheduler;
  readonly registry: Registry;
  readonly downloads = new Downloads();
  account: Account;
  #pushScripts: PushScenario[] = [];
  #pullScripts: { readonly pull: PullScenario; left: number }[] = [];
  #scripts: Scripted[] = [];
  #waiting: (() => void)[] = [];

  constructor(rules: Rules, speed: number, models: readonly FakeModel[], registry: Registry) {
    this.rules = rules;
    this.account = rules.account;
    this.clock = new Clock(speed);
    this.store = new Store(models);
    this.scheduler = new Scheduler(this.clock, rules.maxQueue, rules.loadMs);
    this.registry = registry;
  }

  script(choice: Choice, options: ScriptOptions = {}): void {
    this.#scripts.push({ ...options, choice, left: options.times ?? 1 });
  }

  unscript(): void {
    this.#scripts = [];
    this.#pullScripts = [];
    this.#pushScripts = [];
  }

  scriptPush(push: PushScenario): void {
    this.#pushScripts.push(push);
  }

  nextPush(): PushScenario | undefined {
    return this.#pushScripts.shift();
  }

  scriptPull(pull: PullScenario, times = 1): void {
    this.#pullScripts.push({ pull, left: times });
  }

  nextPull(name: string): PullScenario {
    const scripted = this.#pullScripts[0];
    if (scripted !== undefined) {
      if (--scripted.left <= 0) this.#pullScripts.shift();
      return scripted.pull;
    }
    return this.registry.lookUp(name);
  }

  scenarioFor(model: FakeModel, asked: Asked): Scenario {
    const scripted = this.#scripts.find(
      ({ model: only, when }) =>
        (only === undefined || this.store.find(only)?.name === model.name) &&
        (when === undefined || when(asked)),
    );
    if (scripted !== undefined && --scripted.left <= 0) {
      this.#scripts = this.#scripts.filter((other) => other !== scripted);
    }
    const choice = scripted?.choice ?? model.does ?? this.rules.does;
    return typeof choice === "function" ? choice(asked) : choice;
  }

  /** Holds a reply at its `pause` until `release()`. */
  async pause(gone: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push(resolve);
      gone.addEventListener("abort", () => reject(gone.reason as Error), { once: true });
    });
  }

  get paused(): number {
    return this.#waiting.length;
  }

  release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }
}
