/** Name of the file of one conversation, from its title: letters and digits of any script, and the day. */
export function fileName(title: string, now: number): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const short = [...words].slice(0, 48).join("").replace(/-$/, "");
  return ["candor", short, new Date(now).toISOString().slice(0, 10)].filter(Boolean).join("-") + ".json";
}
