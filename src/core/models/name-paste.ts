const command = /(?:^|\s)ollama\s+(?:pull|run|show|stop|rm|push)\s+(.*)$/is;
/** Options of `ollama run` that take the next word as their value. */
const valued = new Set(["--keepalive", "--format", "--dimensions"]);

/**
 * The name in what was pasted: quotes and a shell's prompt are taken off, commands give their model, pages of ollama.com and
 * Hugging Face give the name that pulls what they show. `page` stands for a page that shows no model.
 */
export function nameInPaste(text: string): string | { readonly reason: "page" } {
  const line = unquoted(text.trim());
  const word = wordOf(command.exec(line)?.[1]) ?? line;
  const [, rest] = /^(?:https?:\/\/)?(?:www\.)?(?:ollama\.com|registry\.ollama\.ai)\/(.*)$/i.exec(word) ?? [];
  if (rest !== undefined) return pageOfOllama(rest);
  const [, repository] = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/(.*)$/i.exec(word) ?? [];
  if (repository !== undefined) return pageOfHuggingFace(repository);
  return word;
}

function wordOf(rest: string | undefined): string | undefined {
  const words = rest?.split(/\s+/) ?? [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (valued.has(word)) at++;
    else if (word !== "" && !word.startsWith("-")) return unquoted(word);
  }
  return undefined;
}

function pageOfOllama(path: string): string | { readonly reason: "page" } {
  const [namespace, model] = segments(path);
  if (namespace === undefined || model === undefined || namespace === "blog") return { reason: "page" };
  return namespace === "library" ? model : `${namespace}/${model}`;
}

function pageOfHuggingFace(path: string): string | { readonly reason: "page" } {
  const [user, repository] = segments(path);
  if (user === undefined || repository === undefined || user === "models") return { reason: "page" };
  return `hf.co/${user}/${repository}`;
}

/** Of `user/repository/tree/main?x#y` the parts before the query. */
function segments(path: string): string[] {
  return path
    .replace(/[?#].*$/s, "")
    .split("/")
    .filter((part) => part !== "");
}

function unquoted(text: string): string {
  return text.replace(/^[\s"'`$>]+|["'`\s]+$/g, "");
}
