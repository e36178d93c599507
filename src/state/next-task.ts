/** Resolves in a task of its own, also in a hidden tab: keys are heard, and the page may be drawn, before it. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Milliseconds after which a frame is not waited for any more: a window that nobody sees may have none. */
const longestFrame = 100;

/** Resolves when what is drawn now has been painted, or soon where nothing is painted. */
export async function nextPaint(): Promise<void> {
  if (document.visibilityState === "visible") {
    await new Promise<unknown>((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, longestFrame);
    });
  }
  await nextTask();
}
