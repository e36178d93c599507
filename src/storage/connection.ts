import { type Database, openDatabase } from "./database.ts";

/** How long opening may take before the app starts without it, in milliseconds. */
const patience = 4000;
/** Least time between two attempts to open, in milliseconds. */
const retryAfter = 5000;

/** A database that may be missing, blocked, closed under us or deleted, and may come back. */
export type Connection = {
  readonly current: () => Database | undefined;
  /** Opens again where that can help; undefined where there is no database now. Never rejects. */
  readonly ready: () => Promise<Database | undefined>;
  /** A newer version of the app has upgraded the database: this page can no longer open it. */
  readonly isOutdated: () => boolean;
};

/** @param onChange called when the database came, went, or will not come soon */
export function connect(onChange: () => void): Connection {
  let database: Database | undefined;
  let opening: Promise<void> | undefined;
  let isOutdated = false;
  let lastAttempt = -Infinity;

  function lose(): void {
    database?.close();
    database = undefined;
  }

  function open(): Promise<void> {
    lastAttempt = Date.now();
    return new Promise((resolve) => {
      function settle(): void {
        clearTimeout(timer);
        onChange();
        resolve();
      }
      // Some browsers have had bugs where opening never answers. What comes later is still taken.
      const timer = setTimeout(settle, patience);
      openDatabase({
        blocked: settle,
        blocking(_version, newVersion) {
          lose();
          // Null: the database is being deleted, for example by "clear site data".
          if (newVersion !== null) isOutdated = true;
          onChange();
        },
        terminated() {
          lose();
          opening ??= open();
        },
      })
        .then(
          (opened) => {
            database = opened;
          },
          (error: unknown) => {
            if (error instanceof Error && error.name === "VersionError") isOutdated = true;
          },
        )
        .finally(() => {
          opening = undefined;
          settle();
        });
    });
  }

  async function ready(): Promise<Database | undefined> {
    if (database || isOutdated) return database;
    if (!opening && Date.now() - lastAttempt >= retryAfter) opening = open();
    await opening;
    return database;
  }

  return { current: () => database, ready, isOutdated: () => isOutdated };
}
