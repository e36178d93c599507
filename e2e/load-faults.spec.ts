import { readFile } from "node:fs/promises";
import { ChatPage } from "./pages/chat-page.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { type Front, type FrontDoes, startFront } from "./support/front.ts";
import { type Scenario, says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

// A bound for a slow machine: an idle one needs less than a minute for each.
test.setTimeout(300_000);

const timesEach = 20;
/** Questions in one conversation, so that drawing them stays a small part. */
const perConversation = 12;
const route = "/v1/chat/completions";

interface Fault {
  readonly status: "done" | "failed" | "interrupted" | "stopped";
  /** What the model does, if it comes to that. */
  readonly scenario?: Scenario;
  readonly front?: FrontDoes | "down";
  /** What had come of the reply, and has to stay. */
  readonly kept: string;
  /** The fault comes only once that is shown. */
  readonly waits?: true;
}

const half = "Half a sent";

const failsBy = (front: FrontDoes): Fault => ({ front, status: "failed", kept: "" });

const faults: Readonly<Record<string, Readonly<Record<string, Fault>>>> = {
  "before the reply": {
    "the server is down": { front: "down", status: "failed", kept: "" },
    "the connection is reset": failsBy("reset"),
    "nothing ever comes": { front: "hang", status: "stopped", kept: "" },
    "the server fails": { scenario: scenarios.serverError, status: "failed", kept: "" },
    "the queue is full": { scenario: scenarios.queueFull, status: "failed", kept: "" },
  },
  "on the way": {
    "a proxy finds no server": failsBy("bad gateway"),
    "the origin is refused": failsBy("refuse origin"),
    "the name is refused": failsBy("refuse host"),
    "a header is refused": failsBy("refuse headers"),
    "it leads to a slash": failsBy("add a slash"),
    "another program answers": failsBy("be another program"),
    "a route is missing": failsBy("know no route"),
    "a proxy wants a login": failsBy("want a login"),
    "a proxy forbids it": failsBy("forbid"),
    "a proxy leads to a login": failsBy("lead to a login"),
    "the port speaks TLS": failsBy("speak TLS"),
    "a proxy collects the reply": {
      front: "collect",
      scenario: says("All at once."),
      status: "done",
      kept: "All at once.",
    },
  },
  "in mid-reply": {
    "the body ends early": { scenario: scenarios.cut, status: "interrupted", kept: half },
    "the connection is reset": {
      scenario: { ...scenarios.reset, steps: [{ say: half }, { pause: true }] },
      status: "interrupted",
      kept: half,
      waits: true,
    },
    "the model's process dies": {
      scenario: scenarios.diesMidStream,
      status: "failed",
      kept: "I was about to",
    },
    "an error stands in the stream": {
      scenario: scenarios.errorMember,
      status: "failed",
      kept: "I was about to",
    },
    "a line cannot be read": { scenario: scenarios.malformedLine, status: "failed", kept: "Before" },
    "it falls silent": { scenario: scenarios.paused, status: "stopped", kept: "One two three", waits: true },
  },
};

/** Numbers below 1, the same for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], next: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

interface Exported {
  readonly conversations: readonly {
    readonly messages: readonly {
      readonly id: string;
      readonly parentId: string | null;
      readonly role: string;
      readonly content: string;
      readonly status?: string;
    }[];
  }[];
}

/** Everything that is stored, as question, reply and the reply's status. */
async function stored(chat: ChatPage): Promise<readonly string[]> {
  await chat.page.evaluate(() => (location.hash = "#/settings/data"));
  const download = chat.page.waitForEvent("download");
  await chat.page.getByRole("button", { name: "Export all" }).click();
  const { conversations } = JSON.parse(await readFile(await (await download).path(), "utf8")) as Exported;
  return conversations.flatMap(({ messages }) =>
    messages
      .filter(({ role }) => role === "assistant")
      .map(({ parentId, content, status }) => {
        const question = messages.find(({ id }) => id === parentId)?.content ?? "no question";
        return `${question} | ${content} | ${status}`;
      }),
  );
}

for (const [when, kinds] of Object.entries(faults)) {
  test(`Faults ${when}, each ${timesEach} times in any order, lose no word of mine and none that had come`, async ({
    page,
    site,
    ollama,
  }) => {
    const seed = Number(process.env["CANDOR_SEED"] ?? Date.now() % 1_000_000);
    const why = `the order of CANDOR_SEED=${seed}`;
    const front: Front = await startFront((path) => ({ port: ollama.port, path }));
    site.setConfig({ servers: [{ url: front.url }] });
    const chat = new ChatPage(page, site.url);
    // Else the browser would ask once for all whether headers may be sent.
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    await chat.open();
    await expect(chat.modelButton).toContainText("llama3.2");
    const order = shuffled(
      Object.entries(kinds).flatMap((entry) => Array.from({ length: timesEach }, () => entry)),
      random(seed),
    );
    const expected: string[] = [];

    for (const [index, [name, fault]] of order.entries()) {
      if (index % perConversation === 0) {
        await page.evaluate(() => (location.hash = "#/"));
        await expect(chat.questions).toHaveCount(0);
        // The chat is running: a reply that nothing happens to comes before and after those with faults.
        ollama.script(says("All is well."));
        await chat.ask(`Before ${index}`);
        await ended(chat, "done", why);
        expected.push(`Before ${index} | All is well. | done`);
      }
      const question = `Question ${index}: ${name}`;
      await meet(chat, ollama, front, question, fault, why);
      expected.push(`${question} | ${fault.kept} | ${fault.status}`);
    }
    expect((await stored(chat)).toSorted(), why).toEqual(expected.toSorted());
    await page.reload();
    expect((await stored(chat)).toSorted(), `${why}, after a reload`).toEqual(expected.toSorted());
    await front.close();
  });
}

async function ended(chat: ChatPage, status: string, why: string): Promise<void> {
  await expect(chat.reply, why).toHaveAttribute("data-status", status, { timeout: 30_000 });
}

/** Asks, has the fault happen, and looks at what is left. */
async function meet(
  chat: ChatPage,
  ollama: FakeOllama,
  front: Front,
  question: string,
  fault: Fault,
  why: string,
): Promise<void> {
  if (fault.scenario) ollama.script(fault.scenario);
  if (fault.front === "down") await ollama.close();
  else front.set(route, fault.front ?? "pass");
  await chat.ask(question);
  if (fault.waits) {
    await expect(chat.body(chat.reply), why).toHaveText(fault.kept);
    if (fault.status !== "stopped") ollama.release();
  }
  if (fault.status === "stopped") await chat.stop.click();
  await ended(chat, fault.status, why);
  await expect(chat.body(chat.reply), why).toHaveText(fault.kept);
  if (fault.front === "down") await ollama.restart();
  front.set(route, "pass");
}
