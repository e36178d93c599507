import { parseJson } from "#src/core/stream/json.ts";
import { codeLiteral, pythonLiterals } from "./code-literal.ts";
import type { HttpRequest } from "./http-request.ts";

/** Python 3 with nothing but its own library. Prints the answer line by line, as it comes. */
export function pythonRequest({ method, url, headers, body }: HttpRequest): string {
  const json = body === undefined ? undefined : parseJson(body);
  const data =
    body === undefined
      ? ""
      : json === undefined
        ? `  data=${JSON.stringify(body)}.encode(),\n`
        : `  data=json.dumps(${codeLiteral(json, pythonLiterals, 1)}).encode(),\n`;
  return `# Python 3, nothing to install
${json === undefined ? "" : "import json\n"}from urllib.error import HTTPError
from urllib.request import Request, urlopen

request = Request(
  ${JSON.stringify(url)},
  method=${JSON.stringify(method)},
${headers.length > 0 ? `  headers=${codeLiteral(Object.fromEntries(headers), pythonLiterals, 1)},\n` : ""}${data})
try:
  with urlopen(request) as answer:
    for line in answer:
      print(line.decode(), end="", flush=True)
except HTTPError as error:
  raise SystemExit(f"{error.code} {error.read().decode()}")
`;
}
