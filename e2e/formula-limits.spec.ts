import { expect, test } from "./support/test.ts";

/** In one piece: a server ends a reply that repeats a token for long. */
const inOnePiece = (formulas: readonly string[]) => ({
  about: "formulas",
  steps: [{ say: [formulas.map((tex) => `$$${tex}$$`).join("\n\n")] }],
});

test("Macros of a formula that write without end do not hold the page", async ({ chat, ollama }) => {
  const bombs = [
    `\\def\\a{${"x".repeat(3000)}}${"\\a".repeat(100)}`,
    `\\def\\a#1{${"#1".repeat(22)}}\\a{\\a{\\a{${"x".repeat(100)}}}}`,
  ];
  ollama.script(inOnePiece([...bombs, "x^2"]));
  await chat.ask("Show me");
  const shown = chat.body(chat.reply).getByRole("group", { name: "Formula" });
  await expect(shown.getByTitle("\\def > 10000")).toHaveCount(2);
  await expect(shown.last().locator(".katex")).toHaveCount(1);
});

test("Of more formulas than a page can hold some are drawn", async ({ chat, ollama }) => {
  const heavy = `$${"\\frac12".repeat(500)}$`;
  ollama.script({ about: "formulas", steps: [{ say: [Array(120).fill(heavy).join(" ")] }] });
  await chat.ask("Show me");
  const body = chat.body(chat.reply);
  await expect(body.getByTitle("> 400000")).toHaveCount(7, { timeout: 20_000 });
  await expect.poll(() => body.locator(".katex").count()).toBeGreaterThan(3);
});
