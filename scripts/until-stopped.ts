/** Closes and ends the process at Ctrl+C, or when it is asked to end. */
export function untilStopped(close: () => Promise<unknown>): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      close().then(end, end);
      setTimeout(end, 2000).unref();
    });
  }
}

function end(): never {
  process.exit(0);
}
