import { AxeBuilder } from "@axe-core/playwright";
import { defaultModels } from "./support/fake-models.ts";
import { expect, test } from "./support/test.ts";

const long = `hf.co/${"long-".repeat(12)}owner/${"Name-".repeat(12)}GGUF:Q4_K_M`;
const able = { capabilities: ["completion"] as const };
const models = [
  ...defaultModels,
  { ...able, name: long, memory: 50e9, memoryOnGpu: 20e9 },
  { ...able, name: "damaged:7b", loadError: "signal: killed" },
  { ...able, name: "slow:70b", loadMs: 600_000 },
];

test.use({ server: { models } });

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test(`axe finds nothing on the board, and nothing is too wide: ${colorScheme}, ${width} wide`, async ({
    chat,
    page,
    ollama,
    request,
  }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    await request.post(`${ollama.url}/api/generate`, { data: { model: long } });
    await chat.open("#/running");
    await expect(page.getByText("40% on the GPU (20 GB) · 30 GB in system memory")).toBeVisible();
    // One after the other: a server loads one model at a time.
    for (const [name, seen] of [
      ["damaged:7b", "damaged:7b was not loaded"],
      ["slow:70b", "Loading slow:70b"],
    ] as const) {
      await page.getByRole("combobox", { name: "Model", exact: true }).selectOption(name);
      await page.getByRole("button", { name: "Load", exact: true }).click();
      await expect(page.getByText(seen)).toBeVisible();
    }
    const { violations } = await new AxeBuilder({ page }).include("#main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    const right = await page
      .locator("#main li, #main form, #main [role=alert]")
      .evaluateAll((boxes) => Math.max(...boxes.map((box) => box.getBoundingClientRect().right)));
    expect(right).toBeLessThanOrEqual(width);
  });
}
