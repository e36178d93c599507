/**
 * Takes what a panel covers out of the reach of keys and screen readers; what stands above it, and what is only read out,
 * stays. Gives back how to undo it.
 */
export function hideCovered(panel: HTMLElement): () => void {
  const height = heightOf(panel);
  const hidden: HTMLElement[] = [];
  for (let at = panel; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const beside of at.parentElement.children) {
      if (beside === at || !(beside instanceof HTMLElement) || beside.inert) continue;
      if (beside.matches("[aria-live]") || heightOf(beside) > height) continue;
      beside.inert = true;
      hidden.push(beside);
    }
  }
  return () => {
    for (const element of hidden) element.inert = false;
  };
}

function heightOf(element: Element): number {
  return Number(getComputedStyle(element).zIndex) || 0;
}
