import { create } from "zustand";
import type { HealthCheck } from "#src/core/models/health.ts";
import { addHealth, clearHealth, readHealth } from "#src/storage/health-history.ts";
import { reportTrouble } from "./connection.ts";
import { checkModel, type HealthTask } from "./health-check.ts";
import { queryClient, runningQuery } from "./models.ts";

/** The test that runs now. Times in milliseconds since 1970 UTC. */
export type HealthRun = {
  readonly server: string;
  readonly model: string;
  readonly startedAt: number;
  /** The first token has come. */
  readonly isAnswering: boolean;
  /** Its place, from 1, while it waits for one of the server's connections. */
  readonly position?: number;
};

export type HealthState = {
  /** Whose history is shown. */
  readonly server: string;
  /** By the model's name, oldest first. */
  readonly history: ReadonlyMap<string, readonly HealthCheck[]>;
  readonly run?: HealthRun;
  /** What is tested after it, in this order. */
  readonly waiting: readonly HealthTask[];
};

/** Tests of models, one at a time: loading one may push another out of memory. They outlive the page that shows them. */
export const useHealth = create<HealthState>(() => ({ server: "", history: new Map(), waiting: [] }));

let abort: AbortController | undefined;
let round: Promise<void> | undefined;

/** Shows the history of a server. */
export function showHealth(server: string): void {
  useHealth.setState({ server, history: readHealth(server) });
}

/** Tests models after those that wait; resolves when all of them are tested or stopped. Never rejects. */
export function testModels(tasks: readonly HealthTask[]): Promise<void> {
  const { run, waiting } = useHealth.getState();
  const isThere = (task: HealthTask) =>
    [...waiting, ...(run ? [run] : [])].some(
      ({ model, server }) => model === task.model && server === task.server,
    );
  useHealth.setState({ waiting: [...waiting, ...tasks.filter((task) => !isThere(task))] });
  round ??= work().finally(() => {
    round = undefined;
  });
  return round;
}

/** Stops the test that runs, and those that wait. A stopped test is no finding and is not kept. */
export function stopTests(): void {
  useHealth.setState({ waiting: [] });
  abort?.abort();
}

/** Forgets the tests of a model. */
export function forgetHealth(model: string): void {
  const { server, history } = useHealth.getState();
  clearHealth(server, model);
  useHealth.setState({ history: new Map([...history].filter(([name]) => name !== model)) });
}

async function work(): Promise<void> {
  for (;;) {
    const [task, ...waiting] = useHealth.getState().waiting;
    if (!task) return;
    useHealth.setState({ waiting });
    await test(task);
  }
}

async function test(task: HealthTask): Promise<void> {
  const { server, model } = task;
  abort = new AbortController();
  const run = { server, model, startedAt: Date.now(), isAnswering: false };
  useHealth.setState({ run });
  const onFirst = () => useHealth.setState({ run: { ...run, isAnswering: true } });
  const onWaiting = (position?: number) =>
    useHealth.setState({ run: { ...run, ...(position === undefined ? {} : { position }) } });
  const check = await checkModel(task, abort.signal, onFirst, onWaiting).catch(() => undefined);
  if (check) keep(server, model, check);
  const { run: _, ...rest } = useHealth.getState();
  useHealth.setState(rest, true);
  void queryClient.invalidateQueries({ queryKey: runningQuery(server).queryKey });
}

function keep(server: string, model: string, check: HealthCheck): void {
  const checks = addHealth(server, model, check);
  const shown = useHealth.getState();
  if (shown.server === server) useHealth.setState({ history: new Map(shown.history).set(model, checks) });
  if (check.status === "failed" && check.cause === "unreachable") reportTrouble(server);
}
