/** Calls `draw` at most once an animation frame; in a hidden tab, which has no frames, at once. */
export function createFrame(draw: () => void) {
  let handle: number | undefined;
  return {
    request(): void {
      if (document.visibilityState === "hidden") {
        draw();
        return;
      }
      handle ??= requestAnimationFrame(() => {
        handle = undefined;
        draw();
      });
    },
    cancel(): void {
      if (handle !== undefined) cancelAnimationFrame(handle);
      handle = undefined;
    },
  };
}
