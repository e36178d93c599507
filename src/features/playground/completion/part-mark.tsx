import type { TimeLine } from "#src/core/playground/timings.ts";

export type PartName = TimeLine["server"][number]["name"] | TimeLine["page"][number]["name"];

/** Told apart by lightness and by their order, so that colour alone says nothing. */
export const partLooks: Readonly<Record<PartName, string>> = {
  load: "bg-muted",
  prompt: "bg-accent/45",
  generation: "bg-accent",
  rest: "bg-line",
  first: "bg-muted/50",
  stream: "bg-accent/75",
};

/** The key of a stretch of a time line. */
export function PartMark({ name }: { name: PartName }) {
  return <span aria-hidden className={`me-2 inline-block size-2.5 rounded-[2px] ${partLooks[name]}`} />;
}
