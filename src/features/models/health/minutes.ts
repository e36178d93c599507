/** Minutes between rounds, 1 to 1440; `undefined` for an empty field, `null` for anything else. */
export function minutesOf(typed: string): number | undefined | null {
  const text = typed.trim();
  if (text === "") return undefined;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= 1440 ? value : null;
}
