import type { PullScenario } from "./ollama/registry.ts";

export type { PullScenario } from "./ollama/registry.ts";

const layerSizes = [2_308_256, 668, 17, 61, 149];

/** How a pull can go: pass one to `scriptPull()`, or put it into the registry under a name. */
export const pullScenarios = {
  quick: { about: "as fast as can be", layerSizes },
  slow: {
    about: "a large layer, then small ones, eight seconds in all",
    layerSizes,
    bytesPerSecond: 290_000,
  },
  flaky: {
    about: "the connection breaks twice: numbers stand still, then go on",
    layerSizes,
    bytesPerSecond: 290_000,
    troubles: [
      { at: 0.3, stallMs: 1000 },
      { at: 0.6, stallMs: 2000 },
    ],
  },
  fallsBack: {
    about: "a part is fetched anew: the numbers run backwards",
    layerSizes,
    bytesPerSecond: 290_000,
    troubles: [{ at: 0.5, stallMs: 500, fallTo: 0.1 }],
  },
  stalls: {
    about: "half a minute of silence from the registry, then nearly everything anew",
    layerSizes,
    bytesPerSecond: 290_000,
    troubles: [{ at: 0.3, stallMs: 30_000, fallTo: 0.013 }],
  },
  gone: {
    about: "the registry lost the layer: half a minute of hope, then an error",
    layerSizes,
    bytesPerSecond: 290_000,
    troubles: [{ at: 0, stallMs: 30_000, error: "context deadline exceeded" }],
  },
  missing: { about: "the registry has no such model", fails: "missing" },
  denied: { about: "the registry refuses", fails: "denied" },
  plainHttp: { about: "the registry speaks plain HTTP alone", layerSizes, fails: "no TLS" },
  unreachable: { about: "nobody listens there", fails: "unreachable" },
  offline: { about: "the name cannot be looked up", fails: "no such host" },
  needsNewer: { about: "the model needs a newer Ollama", fails: "needs newer" },
  wrongBytes: { about: "bytes that do not match the digest", layerSizes, fails: "wrong bytes" },
  diskFull: { about: "no space left", layerSizes, fails: "disk full" },
} satisfies Record<string, PullScenario>;
