import type { ProgressLine } from "./progress-line.ts";

type PullPhase = "manifest" | "downloading" | "verifying" | "writing" | "cleaning" | "success";

export type PullLayer = {
  readonly digest: string;
  readonly total: number;
  /** As the server last said; goes back when a part is fetched anew. */
  readonly completed: number;
  /** The highest that `completed` ever was: what is shown. */
  readonly shown: number;
};

/** Progress of one pull. Everything shown only grows; sizes in bytes. */
export type PullProgress = {
  readonly phase: PullPhase;
  readonly layers: readonly PullLayer[];
  /** Of the layers known so far: later ones appear later. 0 before one is known. */
  readonly total: number;
  readonly completed: number;
  /** What came over the network since the pull began, layers in the cache and resumed parts not counted: for the speed. */
  readonly transferred: number;
  /** Whole percents, ≤ 99 until `success`; absent before a total is known. */
  readonly percent?: number;
  /** The server fetches again what it had: its numbers stand below those shown. */
  readonly isRetrying: boolean;
};

export const noProgress: PullProgress = {
  phase: "manifest",
  layers: [],
  total: 0,
  completed: 0,
  transferred: 0,
  isRetrying: false,
};

/** Progress after one more line: the same object where nothing changed. */
export function reducePull(progress: PullProgress, line: ProgressLine): PullProgress {
  if (line.digest !== undefined)
    return withLayer(progress, line.digest, line.total ?? 0, line.completed ?? 0);
  const phase = phaseOf(line.status) ?? progress.phase;
  if (phase === progress.phase) return progress;
  const isLoaded = phase !== "manifest" && phase !== "downloading";
  return summed({
    ...progress,
    phase,
    layers: isLoaded ? progress.layers.map(whole) : progress.layers,
    isRetrying: false,
  });
}

function withLayer(progress: PullProgress, digest: string, total: number, completed: number): PullProgress {
  const known = progress.layers.find((layer) => layer.digest === digest);
  const before = known ?? { digest, total: 0, completed, shown: 0 };
  const layer: PullLayer = {
    digest,
    total: Math.max(before.total, total),
    completed,
    shown: Math.max(before.shown, completed),
  };
  const isSame =
    known?.total === layer.total && known.completed === completed && progress.phase === "downloading";
  if (isSame) return progress;
  return summed({
    ...progress,
    phase: "downloading",
    // Layers go one after the other, and the last line of one may fall short of its total.
    layers: known
      ? progress.layers.map((other) => (other.digest === digest ? layer : other))
      : [...progress.layers.map(whole), layer],
    transferred: progress.transferred + Math.max(0, completed - before.completed),
    isRetrying: completed < layer.shown,
  });
}

function whole(layer: PullLayer): PullLayer {
  return layer.shown >= layer.total ? layer : { ...layer, completed: layer.total, shown: layer.total };
}

function summed(progress: PullProgress): PullProgress {
  const total = progress.layers.reduce((sum, layer) => sum + layer.total, 0);
  const completed = progress.layers.reduce((sum, layer) => sum + Math.min(layer.shown, layer.total), 0);
  const percent = percentOf(progress, total, completed);
  return { ...progress, total, completed, ...(percent !== undefined && { percent }) };
}

function percentOf(progress: PullProgress, total: number, completed: number): number | undefined {
  if (progress.phase === "success") return 100;
  if (total === 0) return undefined;
  return Math.max(progress.percent ?? 0, Math.min(99, Math.floor((completed / total) * 100)));
}

function phaseOf(status: string): PullPhase | undefined {
  if (status === "success") return "success";
  if (status === "pulling manifest") return "manifest";
  if (status.startsWith("verifying")) return "verifying";
  if (status.startsWith("writing")) return "writing";
  if (status.startsWith("removing")) return "cleaning";
  return undefined;
}
