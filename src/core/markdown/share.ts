import type { Nodes } from "mdast";

type Fields = Readonly<Record<string, unknown>>;

function isSameValue(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

/** Whether nodes of one type have the same fields, apart from their children. */
function isSameNode(old: Fields, fresh: Fields): boolean {
  for (const key of Object.keys(fresh)) {
    if (key !== "children" && !isSameValue(old[key], fresh[key])) return false;
  }
  return true;
}

/** `fresh`, or what of it is as it was in `old`: nodes that say the same are the same objects. */
function share<Node extends Nodes>(old: Nodes | undefined, fresh: Node): Node {
  if (old === undefined || old.type !== fresh.type) return fresh;
  const isSame = isSameNode(old as unknown as Fields, fresh as unknown as Fields);
  if ("children" in fresh && "children" in old) {
    const children = shareAll(old.children, fresh.children);
    if (!isSame || children !== old.children) {
      return children === fresh.children ? fresh : { ...fresh, children };
    }
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
    const before = old[index];
    if (node === undefined || node === before) continue;
    const kept = share(before, node);
    if (kept !== before) isSame = false;
    if (kept === node) continue;
    shared ??= [...fresh];
    shared[index] = kept;
  }
  return isSame ? (old as readonly Node[]) : (shared ?? fresh);
}
