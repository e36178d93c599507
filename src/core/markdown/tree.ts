import type { Literal } from "mdast";

/** A formula on lines of its own, as TeX without its fences. */
interface DisplayMath extends Literal {
  readonly type: "math";
}

/** A formula in a line, as TeX without its marks. */
interface InlineMath extends Literal {
  readonly type: "inlineMath";
}

declare module "mdast" {
  interface RootContentMap {
    math: DisplayMath;
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    math: DisplayMath;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
}
