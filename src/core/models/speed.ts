export type Speed = {
  /** Bytes received so far, at a time in milliseconds. */
  add(bytes: number, now: number): void;
  /** Mean over the window, `undefined` until a second has been watched. */
  bytesPerSecond(now: number): number | undefined;
  /** Seconds for so many bytes more, `undefined` where nothing moves. */
  secondsLeft(bytes: number, now: number): number | undefined;
  /** Milliseconds since the last new byte, 0 before the first call of `add`. */
  stalledMs(now: number): number;
};

/** Speed of a transfer, smoothed over a window (8 s). Times come in as arguments, in milliseconds of any one clock. */
export function createSpeed(windowMs = 8_000): Speed {
  const samples: { bytes: number; at: number }[] = [];
  let movedAt: number | undefined;

  function bytesPerSecond(now: number): number | undefined {
    // The newest sample outside the window is its left edge, so that a stall shows as a falling speed.
    while (samples[1] && samples[1].at <= now - windowMs) samples.shift();
    const first = samples[0];
    const last = samples.at(-1);
    if (!first || !last || now - first.at < 1_000) return undefined;
    return ((last.bytes - first.bytes) / (now - first.at)) * 1_000;
  }

  return {
    add(bytes, now) {
      const last = samples.at(-1);
      if (last && bytes <= last.bytes) return;
      movedAt = now;
      // Progress comes every 60 ms; a quarter of a second is fine enough.
      const before = samples.at(-2);
      if (last && before && last.at - before.at < 250) samples.pop();
      samples.push({ bytes, at: now });
    },
    bytesPerSecond,
    secondsLeft(bytes, now) {
      const speed = bytesPerSecond(now);
      return speed === undefined || speed <= 0 ? undefined : bytes / speed;
    },
    stalledMs: (now) => (movedAt === undefined ? 0 : Math.max(0, now - movedAt)),
  };
}
