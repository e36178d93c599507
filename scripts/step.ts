export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown where something failed. */
  readonly output: string;
}

export interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

/** Runs steps one after the other, prints a line for each and the whole output of those that fail; gives the sums. */
export async function runSteps(steps: readonly Step[]): Promise<{ passed: number; failed: number }> {
  const sum = { passed: 0, failed: 0 };
  for (const step of steps) {
    const started = Date.now();
    const outcome = await step.run().catch((error: unknown) => failure(describe(error)));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const counts =
      outcome.passed + outcome.failed === 1 ? "" : `  ${outcome.passed} passed, ${outcome.failed} failed`;
    console.log(`${outcome.failed === 0 ? "ok    " : "FAILED"}  ${step.name}  ${seconds} s${counts}`);
    if (outcome.failed > 0) console.log(indented(outcome.output));
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
  }
  return sum;
}

export function failure(output: string): Outcome {
  return { passed: 0, failed: 1, output };
}

/** The plain last line that says how it went, and the exit code that goes with it. */
export function finish({ passed, failed }: { passed: number; failed: number }): void {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, "        ");
}
