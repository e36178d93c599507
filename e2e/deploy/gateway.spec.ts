import { expect, test } from "../support/test.ts";
import { startNginx } from "./nginx.ts";
import { ask } from "./places.ts";

test("A gateway gets the key of who asks, and its reply is passed on", async ({ ollama }) => {
  const nginx = await startNginx({
    form: "deploy/nginx/gateway.conf",
    edits: [["127.0.0.1:4000", `127.0.0.1:${ollama.port}`]],
  });
  const answer = await ask(`${nginx.url}/gateway`, "Hi", { Authorization: "Bearer sk-ann" });
  expect(await answer.text()).toContain("[DONE]");
  const [request] = ollama.requestsTo("/v1/chat/completions");
  expect(request?.headers["authorization"]).toBe("Bearer sk-ann");
  await nginx.close();
});
