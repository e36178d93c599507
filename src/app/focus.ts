/** Frames to wait for a part that is only being drawn, as a sheet that has to load first. */
const patience = 60;

/** Puts the focus on the control with this name, now or as soon as it is there. */
export function focusNamed(name: string, framesLeft = patience): void {
  const control = document.querySelector<HTMLElement>(`[aria-label="${CSS.escape(name)}"]`);
  control?.focus();
  // An opening sheet takes the focus first, so this looks again whether it came.
  if (framesLeft > 0 && document.activeElement !== control)
    requestAnimationFrame(() => focusNamed(name, framesLeft - 1));
}
