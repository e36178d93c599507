import { create } from "zustand";
import {
  nearestPairs,
  type Pair,
  type SimilarityMatrix,
  similarityWork,
} from "#src/core/playground/similarity.ts";

/** More texts than this are not compared: the matrix grows with their square (16 MB here). */
export const mostCompared = 2000;
/** Pairs that are listed. */
const mostPairs = 20;
/** How long the page may be kept from drawing, in milliseconds. */
const slice = 12;

export type Comparison =
  /** One text alone, or nothing yet. */
  | { readonly status: "none" }
  | { readonly status: "too-many" }
  /** `part` from 0 to 1. */
  | { readonly status: "working"; readonly part: number }
  | { readonly status: "ready"; readonly matrix: SimilarityMatrix; readonly pairs: readonly Pair[] };

/** How alike the embedded texts are. */
export const useComparison = create<{ readonly comparison: Comparison }>(() => ({
  comparison: { status: "none" },
}));

let current = 0;

export function forgetComparison(): void {
  current += 1;
  put({ status: "none" });
}

/** Compares each vector with each other, a little at a time. */
export function compareTexts(vectors: readonly (readonly number[])[]): void {
  forgetComparison();
  if (vectors.length < 2) return;
  if (vectors.length > mostCompared) put({ status: "too-many" });
  else void compare(vectors, current);
}

async function compare(vectors: readonly (readonly number[])[], id: number): Promise<void> {
  const work = similarityWork(vectors);
  let part = 0;
  while (part < 1) {
    const until = performance.now() + slice;
    part = work.advance(() => performance.now() >= until);
    if (part < 1) {
      put({ status: "working", part });
      await new Promise((resolve) => setTimeout(resolve));
      if (id !== current) return;
    }
  }
  put({ status: "ready", matrix: work.matrix, pairs: nearestPairs(work.matrix, mostPairs) });
}

function put(comparison: Comparison): void {
  useComparison.setState({ comparison });
}
