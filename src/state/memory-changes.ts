import { create } from "zustand";
import type { OllamaError } from "#src/core/errors.ts";

/** What was asked of a model in memory, or one that shall be there. */
export type MemoryChange = { readonly server: string; readonly name: string } & (
  | {
      /** `keeping`: it gets another time to stay; where it has left by then, it is loaded anew. */
      readonly status: "loading" | "keeping" | "unloading";
      /** Milliseconds since 1970 UTC. */
      readonly startedAt: number;
    }
  | {
      readonly status: "failed";
      /** What failed. */
      readonly asked: "loading" | "keeping" | "unloading";
      readonly error: OllamaError;
      /** Asks for the same again. */
      readonly retry: () => void;
    }
);

/** Changes under way and those that failed, by `memoryKey`. */
export const useMemoryChanges = create<{ readonly changes: ReadonlyMap<string, MemoryChange> }>(() => ({
  changes: new Map(),
}));

/** One name for a model, with its tag, on a server. */
export function memoryKey(server: string, name: string): string {
  return `${server} ${name}`;
}

export function putMemoryChange(key: string, next: MemoryChange | undefined): void {
  useMemoryChanges.setState(({ changes }) => {
    const others = [...changes].filter(([other]) => other !== key);
    return { changes: new Map(next ? [...others, [key, next]] : others) };
  });
}
