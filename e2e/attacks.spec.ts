import { attackKinds, sampleOf } from "./support/attacks/corpus.ts";
import { exercise } from "./support/attacks/exercise.ts";
import { hostileExport } from "./support/attacks/hostile-export.ts";
import { pageFaults } from "./support/attacks/page-faults.ts";
import { faultyMarkup, plant, selfTests } from "./support/attacks/self-tests.ts";
import { inCuts, labelOf, replyText, whole } from "./support/attacks/reply.ts";
import { expect, test } from "./support/attacks/test.ts";

test.use({ server: { contextLength: 131_072 } });

const slowKinds: readonly string[] = ["mermaid", "math"];
const noAttack = "What is a river?";

for (const kind of attackKinds()) {
  test(`Replies full of attacks can only be read: ${kind}`, async ({ chat, corpus, ollama, page }) => {
    test.slow();
    const attacks = corpus.find((group) => group.kind === kind)?.attacks ?? [];
    expect(attacks.length).toBeGreaterThan(20);
    const each = kind === "depth" ? 8 : 40;
    for (let first = 0; first < attacks.length; first += each) {
      const batch = attacks.slice(first, first + each);
      const text = replyText(kind, batch, first);
      for (const scenario of [whole(text), inCuts(text)]) {
        ollama.script(scenario);
        await chat.ask(`${scenario.about}, from ${first + 1} on`);
        await expect(chat.reply).toHaveAttribute("data-status", "done", { timeout: 60_000 });
        const shown = (await chat.body(chat.reply).textContent()) ?? "";
        const labels = batch.map((_, index) => labelOf(kind, first + index));
        expect(labels.filter((label) => !shown.includes(label))).toEqual([]);
      }
      await exercise(page, 2, slowKinds.includes(kind) ? 1000 : 300);
      expect(await pageFaults(page)).toEqual([]);
    }
  });
}

test("My own words, full of attacks, are shown as I wrote them", async ({ chat, corpus, page }) => {
  const attacks = sampleOf(corpus, 10);
  const question = attacks.join("\n\n");
  await chat.ask(question);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const shown = (await chat.body(chat.questions.first()).textContent()) ?? "";
  expect(attacks.filter((attack) => !shown.includes(attack.split("\n")[0] ?? ""))).toEqual([]);
  await exercise(page, 1, 300);
  expect(await pageFaults(page)).toEqual([]);
});

test("Thoughts of a model, full of attacks, can only be read", async ({ chat, corpus, ollama, page }) => {
  const attacks = sampleOf(corpus, 10);
  await chat.chooseModel("qwen3:8b");
  const think = replyText("thought", attacks, 0);
  ollama.script({ about: "attacks in its field", steps: [{ think: [think] }, { say: "Thought." }] });
  await chat.ask(noAttack);
  await expect(chat.body(chat.reply)).toHaveText("Thought.");
  ollama.script(whole(`<think>\n${attacks.slice(0, 20).join("\n")}\n</think>\n\nThought in tags.`));
  await chat.ask("And in tags?");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const article of await chat.replies.all()) {
    await article.getByRole("button", { expanded: false }).first().click();
  }
  await expect(chat.reasoning(chat.replies.first())).toContainText(labelOf("thought", attacks.length - 1));
  await exercise(page, 2, 300);
  expect(await pageFaults(page)).toEqual([]);
});

test("Errors of a server, full of attacks, can only be read", async ({ chat, corpus, ollama, page }) => {
  test.slow();
  const error = sampleOf(corpus, 40).join("\n");
  const fails = [
    { about: "in JSON", refuse: { status: 500, error } },
    { about: "as a page", refuse: { status: 502, error: "", page: `<html><body>${error}</body></html>` } },
    {
      about: "a sign-in that is none",
      refuse: { status: 401, error, signinUrl: "javascript:window.__pwned(1)" },
    },
    { about: "in mid-reply", steps: [{ say: "So far" }], end: { errorMember: error } },
    { about: "a dying model", steps: [{ say: "So far" }], end: { dies: error } },
    { about: "while loading", load: { ms: 10, error } },
  ];
  for (const scenario of fails) {
    ollama.script(scenario);
    await chat.ask(`Fail ${scenario.about}`);
    await expect(chat.reply).toHaveAttribute("data-status", "failed");
    await expect(chat.reply.getByRole("alert")).toBeVisible();
    await page.evaluate(() => {
      for (const element of document.querySelectorAll("details")) element.open = true;
    });
    ollama.unloadAll();
  }
  expect(await pageFaults(page)).toEqual([]);
});

test("Names of models and servers, full of attacks, can only be read", async ({
  chat,
  corpus,
  ollama,
  page,
  site,
}) => {
  const attacks = sampleOf(corpus, 15).map((attack) => attack.replaceAll(/[:\n]/g, " "));
  ollama.setModels(
    attacks.map((attack, index) => ({
      name: `${attack}:${index}`,
      capabilities: ["completion"],
      family: attack,
      parameterSize: attack,
      quantization: attack,
      license: attack,
      template: attack,
      system: attack,
    })),
  );
  site.setConfig({ servers: [{ name: attacks[0], url: ollama.url, kind: "ollama" }] });
  for (const address of ["#/", "#/models", "#/connection", "#/settings"]) {
    await chat.open(address);
    await page.reload();
    await expect(chat.connection).toHaveAccessibleName(/connected/);
    expect(await pageFaults(page)).toEqual([]);
  }
  await chat.open();
  await chat.modelButton.click();
  await expect(page.getByRole("option")).not.toHaveCount(0);
  await page.getByRole("option").first().click();
  await chat.ask(noAttack);
  await expect(chat.reply).toHaveAttribute("data-status", /done|failed/);
  expect(await pageFaults(page)).toEqual([]);
});

test("An imported file, full of attacks, can only be read", async ({ chat, corpus, page }) => {
  const file = hostileExport(sampleOf(corpus, 12));
  await chat.open("#/settings/data");
  await page.getByLabel("Import").setInputFiles(file.upload);
  await expect(chat.sidebar.getByRole("link", { name: file.title })).toBeVisible();
  expect(await pageFaults(page)).toEqual([]);
  await chat.sidebar.getByRole("link", { name: file.title }).click();
  await expect(chat.reply).toBeVisible();
  await exercise(page, 3, 300);
  expect(await pageFaults(page)).toEqual([]);
  await page.getByRole("button", { name: `Options for ${file.title}` }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Parameters" }).click();
  await expect(page.getByRole("textbox", { name: "System prompt" })).not.toHaveValue("");
  await page.keyboard.press("Escape");
  await chat.chooseModel("llama3.2:latest");
  await chat.ask(noAttack);
  await expect(chat.body(chat.reply)).toContainText("scripted model");
  expect(await pageFaults(page)).toEqual([]);
});

for (const [act, { run, noticed }] of Object.entries(selfTests)) {
  test(`The watch notices ${act}`, async ({ chat, page, watched }) => {
    await expect(chat.connection).toHaveAccessibleName(/connected/);
    await page.evaluate(run, watched.evil).catch(() => undefined);
    await expect.poll(() => watched.incidents.join("\n")).toMatch(noticed);
    watched.incidents.length = 0;
  });
}

test("The search of the page notices what must not stand there", async ({
  chat,
  page,
  watched,
  complaints,
}) => {
  await chat.ask(noAttack);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(await pageFaults(page)).toEqual([]);
  for (const markup of faultyMarkup) {
    await page.evaluate(plant, markup);
    expect(await pageFaults(page), JSON.stringify(markup)).not.toEqual([]);
    await page.evaluate(() => document.querySelector("[data-planted]")?.remove());
  }
  expect(await pageFaults(page)).toEqual([]);
  // What was planted was also refused by the policy, or asked for in vain.
  watched.incidents.length = 0;
  complaints.length = 0;
});
