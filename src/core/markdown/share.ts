import type { Nodes } from "mdast";

function isSameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** `fresh`, or what of it is as it was in `old`: nodes that say the same are the same objects. */
export function share<Node extends Nodes>(old: Nodes | undefined, fresh: Node): Node {
  if (old === undefined || old === fresh || old.type !== fresh.type) return fresh;
  const before: Readonly<Record<string, unknown>> = { ...old, children: undefined };
  const after = Object.entries({ ...fresh, children: undefined });
  let isSame = after.every(([key, value]) => isSameValue(before[key], value));
  if ("children" in fresh && "children" in old) {
    const children = shareAll(old.children, fresh.children);
    isSame &&= children === old.children;
    if (!isSame && children !== fresh.children) return { ...fresh, children };
  }
  // Of the same type and with the same fields it is the same node.
  return isSame ? (old as Node) : fresh;
}

/** The same for nodes in a row. */
export function shareAll<Node extends Nodes>(old: readonly Nodes[], fresh: readonly Node[]): readonly Node[] {
  let shared: Node[] | undefined;
  let isSame = old.length === fresh.length;
  for (let index = 0; index < fresh.length; index += 1) {
    const node = fresh[index];
    if (!node || node === old[index]) continue;
    const kept = share(old[index], node);
    if (kept !== old[index]) isSame = false;
    if (kept === node) continue;
    shared ??= [...fresh];
    shared[index] = kept;
  }
  return isSame ? (old as readonly Node[]) : (shared ?? fresh);
}
