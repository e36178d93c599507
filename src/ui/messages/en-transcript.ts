import code from "./en/code.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import markdown from "./en/markdown.json" with { type: "json" };
import message from "./en/message.json" with { type: "json" };
import preview from "./en/preview.json" with { type: "json" };
import reading from "./en/reading.json" with { type: "json" };

/** Texts in and around messages: needed once there is a conversation. */
export const englishTranscript = { ...code, ...errors, ...markdown, ...message, ...preview, ...reading };
