import { afterAll, vi } from "vitest";

/** A lazy part that a test set off and did not wait for is loaded to its end: one that comes after the test's end fails the whole run. */
afterAll(() => vi.dynamicImportSettled());
