import { codeLiteral, pythonLiterals } from "#src/core/snippets/code-literal.ts";
import { asRecord, type JsonRecord } from "#src/core/stream/json.ts";
import { openaiChat } from "./openai-chat.ts";
import { namesOf, openaiOptions } from "./openai-options.ts";
import { pythonArguments } from "./python-snippet.ts";
import type { SnippetRequest } from "./snippet-request.ts";

/** A request in the words of `/v1`: what is sent, what it has no field for, and how the answer is printed. */
type Call = {
  readonly method: "completions" | "chat.completions" | "embeddings";
  readonly sent: JsonRecord;
  readonly left: readonly string[];
  /** Absent, these do not count as the model's own: that is the one trap of `/v1`. */
  readonly absent: Readonly<Record<string, number>>;
};

/** The package `openai` against `/v1`, which ignores silently what it does not know: that is not sent, and named. */
export function openaiSnippet({ server, path, body, headers = [] }: SnippetRequest): string {
  const { method, sent, left, absent } = path === "/api/embed" ? embedding(body) : generation(body);
  const notes = [
    ...(left.length > 0 ? [`# Left out, because /v1 has no field for it: ${left.join(", ")}`] : []),
    ...Object.entries(absent)
      .filter(([name]) => !(name in sent))
      .map(
        ([name, value]) =>
          `# On /v1 ${name} counts as ${value} where absent, whatever the model itself says.`,
      ),
  ];
  return `# pip install openai
${notes.map((note) => `${note}\n`).join("")}from openai import OpenAI

${client(server, headers)}
answer = client.${method}.create(
${pythonArguments(sent).join("")})
${printed(method, sent["stream"] === true)}`;
}

function client(server: string, headers: NonNullable<SnippetRequest["headers"]>): string {
  const isKey = ([name, value]: readonly [string, string]) =>
    name.toLowerCase() === "authorization" && value.startsWith("Bearer ");
  const key = headers.find(isKey)?.[1].slice("Bearer ".length);
  const others = Object.fromEntries(headers.filter((header) => !isKey(header)));
  const named =
    Object.keys(others).length > 0 ? `, default_headers=${codeLiteral(others, pythonLiterals)}` : "";
  const about = key === undefined ? "# The package wants a key; Ollama does not look at it.\n" : "";
  return `${about}client = OpenAI(base_url=${JSON.stringify(`${server}/v1`)}, api_key=${JSON.stringify(key ?? "ollama")}${named})`;
}

/** As a chat where that can say more; a suffix is of completions alone, and so is what goes without the model's template. */
function generation(body: JsonRecord): Call {
  const isPlain = body["suffix"] === undefined && body["raw"] !== true && body["template"] === undefined;
  const wantsChat = ["system", "format", "think", "images"].some((name) => body[name] !== undefined);
  const absent = { temperature: 1, top_p: 1 };
  if (isPlain && wantsChat) return { method: "chat.completions", ...openaiChat(body), absent };
  const { model, prompt, suffix, options, stream, ...left } = body;
  const { named, unnamed } = openaiOptions(asRecord(options));
  return {
    method: "completions",
    sent: { model, prompt: prompt ?? "", suffix, ...named, ...(stream === false ? {} : { stream: true }) },
    left: [...namesOf(left), ...unnamed],
    absent: { ...absent, frequency_penalty: 0, presence_penalty: 0 },
  };
}

function embedding(body: JsonRecord): Call {
  const { model, input, dimensions, ...left } = body;
  return {
    method: "embeddings",
    sent: { model, input, dimensions, encoding_format: "float" },
    left: namesOf(left),
    absent: {},
  };
}

function printed(method: Call["method"], isStreamed: boolean): string {
  if (method === "embeddings") return "print([item.embedding for item in answer.data])\n";
  const isChat = method === "chat.completions";
  if (!isStreamed) return `print(answer.choices[0].${isChat ? "message.content" : "text"})\n`;
  const text = isChat ? "delta.content or " : "text or ";
  return `for part in answer:\n  print(part.choices[0].${text}"" if part.choices else "", end="", flush=True)\nprint()\n`;
}
