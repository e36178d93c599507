/** Milliseconds between two drawings: at sixty frames a second, two of three. The third is for what else a page does. */
const interval = 25;

/**
 * Calls `draw` in an animation frame, at most forty times a second; in a hidden tab, which has no frames, at once.
 */
export function createFrame(draw: () => void) {
  let handle: number | undefined;
  let due = 0;

  function frame(time: number): void {
    // Frames come a little early or late: half of one is near enough.
    if (time < due - 8) {
      handle = requestAnimationFrame(frame);
      return;
    }
    handle = undefined;
    due = Math.max(due + interval, time);
    draw();
  }

  return {
    request(): void {
      if (document.visibilityState === "hidden") {
        draw();
        return;
      }
      handle ??= requestAnimationFrame(frame);
    },
    cancel(): void {
      if (handle !== undefined) cancelAnimationFrame(handle);
      handle = undefined;
    },
  };
}
