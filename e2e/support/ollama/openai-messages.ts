import { Fault } from "./fault.ts";
import { isFields, textOf } from "./go-json.ts";
import type { Message } from "./prompt.ts";

/** The messages of `/v1` as native ones: each part of a list becomes a message of its own. */
export function openAiMessages(list: readonly unknown[]): readonly Message[] {
  return list.filter(isFields).flatMap((message): readonly Message[] => {
    const role = textOf(message["role"]).toLowerCase();
    const content = message["content"];
    if (typeof content === "string") return [{ role, content }];
    if (Array.isArray(content)) return content.map((part: unknown) => ({ role, ...partOf(part) }));
    if (Array.isArray(message["tool_calls"])) return [{ role, content: "" }];
    throw invalid(
      `invalid message content type: ${content === null || content === undefined ? "<nil>" : typeof content}`,
    );
  });
}

function partOf(part: unknown): Omit<Message, "role"> {
  if (!isFields(part)) throw invalid("invalid message format");
  if (part["type"] === "text") return { content: textOf(part["text"]) };
  if (part["type"] === "image_url") return { content: "", images: [imageOf(part["image_url"])] };
  throw invalid("invalid message format");
}

function imageOf(value: unknown): string {
  const url = isFields(value) ? textOf(value["url"]) : textOf(value);
  if (/^https?:/.test(url)) {
    throw invalid("image URLs are not currently supported, please use base64 encoded data instead");
  }
  const data = /^data:(?:image\/(?:jpeg|jpg|png|webp))?;base64,([A-Za-z0-9+/=]+)$/.exec(url)?.[1];
  if (data === undefined) throw invalid("invalid image input");
  return data;
}

function invalid(message: string): Fault {
  return new Fault(400, message, "request");
}
