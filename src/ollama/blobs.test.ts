import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type FakeOllama, startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import { hasBlob, uploadBlob } from "./blobs.ts";

const file = new Blob(["this is not a model"]);
const digest = `sha256:${createHash("sha256").update("this is not a model").digest("hex")}`;

let ollama: FakeOllama;
const never = () => new AbortController().signal;

beforeEach(async () => {
  ollama = await startFakeOllama();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await ollama.close();
});

/** What a browser's request does, of what is used, by way of `fetch`; `ends` before the answer where the connection is to break. */
function stubRequests(ends: "answered" | "broken" | "broken after the answer" | "never sent") {
  class Request extends EventTarget {
    readonly upload = new EventTarget();
    status = 0;
    responseText = "";
    #url = "";
    readonly #abort = new AbortController();
    open(_method: string, url: string): void {
      this.#url = url;
    }
    setRequestHeader(): void {}
    abort(): void {
      this.#abort.abort();
      this.dispatchEvent(new Event("abort"));
    }
    send(body: Blob): void {
      // An abort ends it here, too.
      this.#send(body).catch(() => undefined);
    }
    async #send(body: Blob): Promise<void> {
      if (ends !== "never sent")
        this.upload.dispatchEvent(Object.assign(new Event("progress"), { loaded: body.size }));
      if (ends === "answered" || ends === "broken after the answer") {
        const answer = await fetch(this.#url, { method: "POST", body, signal: this.#abort.signal });
        this.status = answer.status;
        this.responseText = await answer.text();
      }
      this.dispatchEvent(new Event(ends === "answered" ? "load" : "error"));
    }
  }
  vi.stubGlobal("XMLHttpRequest", Request);
}

describe("hasBlob", () => {
  test("no, then yes", async () => {
    expect(await hasBlob(ollama.url, digest, never())).toBe(false);
    await fetch(`${ollama.url}/api/blobs/${digest}`, { method: "POST", body: file });
    expect(await hasBlob(`${ollama.url}/`, digest, never())).toBe(true);
  });

  test("a digest that is none is an error, not a no", async () => {
    await expect(hasBlob(ollama.url, "abc", never())).rejects.toMatchObject({
      error: { kind: "http", status: 400 },
    });
  });

  test("a server that is away", async () => {
    await ollama.close();
    await expect(hasBlob(ollama.url, digest, never())).rejects.toMatchObject({
      error: { kind: "unreachable" },
    });
  });
});

describe("uploadBlob", () => {
  test("stores the blob and tells what was sent", async () => {
    stubRequests("answered");
    const onProgress = vi.fn<(bytes: number) => void>();
    await uploadBlob(ollama.url, digest, file, { onProgress }, never());
    expect(onProgress).toHaveBeenLastCalledWith(19);
    expect(ollama.requestsTo(`/api/blobs/${digest}`).map(({ status }) => status)).toEqual([201]);
  });

  test("another digest is refused in the server's words", async () => {
    stubRequests("answered");
    const wrong = `sha256:${"0".repeat(64)}`;
    await expect(uploadBlob(ollama.url, wrong, file, {}, never())).rejects.toMatchObject({
      error: { kind: "http", status: 400, message: `digest mismatch, expected "${wrong}", got "${digest}"` },
    });
  });

  test("a reset after the server had the blob is no failure", async () => {
    stubRequests("broken after the answer");
    await expect(uploadBlob(ollama.url, digest, file, {}, never())).resolves.toBeUndefined();
  });

  test("a connection that breaks is a cut, with the server up or away", async () => {
    stubRequests("broken");
    const cut = { error: { kind: "cut", how: "broken" } };
    await expect(uploadBlob(ollama.url, digest, file, {}, never())).rejects.toMatchObject(cut);
    await ollama.close();
    await expect(uploadBlob(ollama.url, digest, file, {}, never())).rejects.toMatchObject(cut);
  });

  test("where nothing was sent, the server is unreachable", async () => {
    stubRequests("never sent");
    await expect(uploadBlob(ollama.url, digest, file, {}, never())).rejects.toMatchObject({
      error: { kind: "unreachable", url: `${ollama.url}/api/blobs/${digest}` },
    });
  });

  test("aborting rejects with the reason, and the place in the queue is given back", async () => {
    stubRequests("answered");
    for (let count = 0; count < 5; count++) {
      const abort = new AbortController();
      const sent = uploadBlob(
        ollama.url,
        digest,
        file,
        { onProgress: () => abort.abort("enough") },
        abort.signal,
      );
      await expect(sent).rejects.toBe("enough");
    }
    stubRequests("answered");
    await uploadBlob(ollama.url, digest, file, {}, never());
  });
});
