import { configureGlobal } from "fast-check";

/**
 * Property tests try the same cases everywhere, so that a change is red for its own fault alone. `CANDOR_SEED=random npx vitest run`
 * looks for new ones; a number tries those of that run again.
 */
const seed = process.env["CANDOR_SEED"] ?? "20260101";
if (seed !== "random") configureGlobal({ seed: Number(seed) });
