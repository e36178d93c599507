import { asRecord, type JsonRecord } from "#src/core/stream/json.ts";
import { namesOf, openaiOptions } from "./openai-options.ts";

/** A body of `/api/generate` as one of `/v1/chat/completions`, and the names of what that has no field for. */
export function openaiChat(body: JsonRecord): {
  readonly sent: JsonRecord;
  readonly left: readonly string[];
} {
  const { model, prompt, system, format, think, images, options, stream, ...left } = body;
  const { named, unnamed } = openaiOptions(asRecord(options));
  const pictures = Array.isArray(images) ? images.map(String) : [];
  const text = typeof prompt === "string" ? prompt : "";
  const content =
    pictures.length === 0
      ? text
      : [
          { type: "text", text },
          ...pictures.map((base64) => ({ type: "image_url", image_url: { url: dataUrl(base64) } })),
        ];
  const asked = { role: "user", content };
  return {
    sent: {
      model,
      messages: system === undefined ? [asked] : [{ role: "system", content: system }, asked],
      ...named,
      ...(format === undefined ? {} : { response_format: responseFormat(format) }),
      // On is what a model that thinks does unasked.
      ...(think === undefined || think === true
        ? {}
        : { reasoning_effort: think === false ? "none" : think }),
      ...(stream === false ? {} : { stream: true }),
    },
    left: [...namesOf(left), ...unnamed],
  };
}

function responseFormat(format: unknown): JsonRecord {
  if (format === "json") return { type: "json_object" };
  return { type: "json_schema", json_schema: { name: "answer", schema: format } };
}

/** Ollama takes these types, and none at all (openai/openai.go). What a picture is stands in its first bytes. */
function dataUrl(base64: string): string {
  const types = { iVBORw0KGgo: "image/png", "/9j/": "image/jpeg", UklGR: "image/webp" };
  const type = Object.entries(types).find(([start]) => base64.startsWith(start))?.[1] ?? "";
  return `data:${type};base64,${base64}`;
}
