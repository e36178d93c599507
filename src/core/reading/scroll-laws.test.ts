import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endOf, nearEnd, reduceScroll, type ScrollInput, startOfScroll } from "./scroll.ts";

/** A page of blocks, laid out by simple sums: a second source for where things stand. */
class Page {
  state = startOfScroll;
  blocks = [200];
  top = 0;
  viewport = 400;
  marked = { index: 0, offset: 0 };

  get height(): number {
    return this.blocks.reduce((sum, block) => sum + block, 0);
  }
  offsetOf(index: number): number {
    return this.blocks.slice(0, index).reduce((sum, block) => sum + block, 0) - this.top;
  }
  get metrics() {
    return { top: this.top, height: this.height, viewport: this.viewport };
  }
  /** As a browser does: no further than there is content. */
  clamp(): void {
    const most = Math.max(0, Math.max(this.state.floor, this.height) - this.viewport);
    this.top = Math.min(Math.max(0, this.top), most);
  }
  send(input: ScrollInput, mayMove: boolean): void {
    this.state = reduceScroll(this.state, input);
    if (mayMove) this.top = this.state.top;
    this.clamp();
    if (this.state.mode.kind === "reading" && this.state.mode.anchor === null) {
      const index = this.blocks.findIndex((block, at) => this.offsetOf(at) + block > 0);
      this.marked = { index, offset: this.offsetOf(index) };
      this.state = reduceScroll(this.state, { type: "anchored", offset: this.marked.offset });
    }
  }
  layOut(): void {
    this.clamp();
    const offset = this.state.mode.kind === "reading" ? this.offsetOf(this.marked.index) : null;
    const last = this.blocks.length - 1;
    const top = this.offsetOf(last) + this.top;
    const question = { top, bottom: top + (this.blocks[last] ?? 0) };
    this.send({ type: "laid-out", ...this.metrics, offset, question, isWriting: true }, true);
  }
  scroll(by: number): void {
    this.top += by;
    this.clamp();
    this.send({ type: "scrolled", ...this.metrics }, false);
  }
}

type Step =
  | { readonly do: "grow" | "scroll" | "wheel" | "resize"; readonly by: number }
  | { readonly do: "change"; readonly at: number; readonly by: number }
  | { readonly do: "add" | "toEnd" | "pin" };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("grow" as const), by: fc.integer({ min: 0, max: 300 }) }),
  fc.record({ do: fc.constant("scroll" as const), by: fc.integer({ min: -600, max: 600 }) }),
  fc.record({ do: fc.constant("wheel" as const), by: fc.integer({ min: -120, max: 120 }) }),
  fc.record({ do: fc.constant("resize" as const), by: fc.integer({ min: 100, max: 900 }) }),
  fc.record({ do: fc.constant("change" as const), at: fc.nat(40), by: fc.integer({ min: 10, max: 500 }) }),
  fc.record({ do: fc.constantFrom("add" as const, "toEnd" as const, "pin" as const) }),
);

function take(page: Page, input: Step): void {
  switch (input.do) {
    case "grow":
      page.blocks[page.blocks.length - 1] = (page.blocks.at(-1) ?? 0) + input.by;
      return page.layOut();
    case "add":
      page.blocks.push(100);
      return page.layOut();
    case "change":
      page.blocks[input.at % page.blocks.length] = input.by;
      return page.layOut();
    case "resize":
      page.viewport = input.by;
      return page.layOut();
    case "scroll":
      return page.scroll(input.by);
    case "wheel":
      return page.send({ type: "wheel", deltaX: 0, deltaY: input.by }, false);
    case "toEnd":
      return page.send({ type: "to-end", ...page.metrics }, true);
    case "pin":
      page.send({ type: "asked", keeps: "question" }, false);
      return page.layOut();
  }
}

describe("whatever happens", () => {
  const walk = (check: (page: Page, before: Page, input: Step) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const page = new Page();
        page.layOut();
        for (const input of steps) {
          const before = Object.assign(new Page(), structuredClone({ ...page }));
          take(page, input);
          check(page, before, input);
        }
      }),
      { numRuns: 500 },
    );
  const isLayout = (input: Step) => ["grow", "add", "change", "resize"].includes(input.do);

  test("one who follows stands at the end", () =>
    walk((page, _, input) => {
      if (page.state.mode.kind === "following" && isLayout(input)) expect(page.top).toBe(endOf(page.state));
    }));

  test("what is read stays where it is, to the pixel, unless the content ends before", () =>
    walk((page, before, input) => {
      if (before.state.mode.kind !== "reading" || before.marked.index < 0 || !isLayout(input)) return;
      const { index, offset } = before.marked;
      const isAtLimit = page.top === 0 || page.top >= endOf(page.state);
      if (!isAtLimit) expect(page.offsetOf(index)).toBeCloseTo(offset, 6);
      expect(page.state.mode.kind).toBe("reading");
    }));

  test("growth at the end moves nothing for one who has let go", () =>
    walk((page, before, input) => {
      if (before.state.mode.kind === "following" || (input.do !== "grow" && input.do !== "add")) return;
      // In the empty room below a pinned question there is nothing that could stay.
      const isSeen = before.state.mode.kind === "reading" && before.marked.index >= 0;
      if (isSeen) expect(page.top).toBe(before.top);
    }));

  test("only the reader's own way down, or a wish, follows again", () =>
    walk((page, before, input) => {
      if (before.state.mode.kind === "following" || page.state.mode.kind !== "following") return;
      expect(["scroll", "wheel", "toEnd"]).toContain(input.do);
      if ("by" in input) expect(input.by).toBeGreaterThan(0);
      expect(endOf(page.state) - page.top).toBeLessThanOrEqual(nearEnd);
    }));

  test("a way up lets go at once, wherever there is one", () =>
    walk((page, before, input) => {
      const isWheel = input.do === "wheel" && input.by < 0 && before.top >= 1;
      const isMovement = input.do === "scroll" && page.top <= before.top - 2;
      if (isWheel || isMovement) expect(page.state.mode.kind).toBe("reading");
    }));

  test("an echo of its own movement changes nothing", () =>
    walk((page) => {
      const { mode } = page.state;
      page.send({ type: "scrolled", ...page.metrics }, false);
      expect(page.state.mode).toEqual(mode);
    }));
});
