import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

/** Compiles the message catalogues when they are read, so that no parser of messages has to be loaded by the page. */
export function compiledMessages(): Plugin {
  return {
    name: "candor:messages",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/ui\/messages\/[^/]+\/[^/]+\.json$/.test(id)) return undefined;
      const texts = JSON.parse(code) as Record<string, string>;
      const compiled = Object.entries(texts).map(([key, text]) => [key, compileMessage(text)]);
      return {
        code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
        map: null,
        moduleType: "js",
      };
    },
  };
}
