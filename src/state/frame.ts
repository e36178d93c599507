/** Milliseconds between two drawings: at sixty frames a second, two of three. The third is for what else a page does. */
const interval = 25;

/** Milliseconds that a change with nothing to read waits for one with something. */
const patience = 250;

/**
 * Calls `draw` in an animation frame, at most forty times a second; in a hidden tab, which has no frames, at once.
 */
export function createFrame(draw: () => void) {
  let handle: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
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

  function stopWaiting(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function request(): void {
    stopWaiting();
    if (document.visibilityState === "hidden") draw();
    else handle ??= requestAnimationFrame(frame);
  }

  return {
    request,
    /** In the next frame, however short a time ago the last drawing was: for news that are waited for. */
    requestNext(): void {
      due = 0;
      request();
    },
    /** For what nobody misses for a moment: it is drawn with the next request, or a little later alone. */
    requestLater(): void {
      if (handle === undefined) timer ??= setTimeout(request, patience);
    },
    /** Draws at once what waits for its frame. */
    flush(): void {
      const isWaiting = handle !== undefined || timer !== undefined;
      stopWaiting();
      if (handle !== undefined) cancelAnimationFrame(handle);
      handle = undefined;
      if (isWaiting) draw();
    },
  };
}
