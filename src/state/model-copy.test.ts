import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyModel, renameModel } from "./model-copy.ts";

const server = "http://localhost:11434";
const plain = { movesConversations: false, replaces: false };

let installed: string[] = [];
let asked: string[] = [];
/** What becomes of a delete: its status, or no answer, before or after it was done. */
let deleting: (name: string) => number | "lost before" | "lost after" = () => 200;
let copying: number | "lost before" | "lost after" = 200;
let isListing = true;

function serve(url: string, init: RequestInit): Promise<Response> {
  const body = JSON.parse(String(init.body ?? "{}")) as Record<string, string>;
  if (url.endsWith("/api/tags")) {
    if (!isListing) return Promise.reject(new TypeError("Failed to fetch"));
    const digest = "1".repeat(64);
    return Promise.resolve(Response.json({ models: installed.map((name) => ({ name, size: 1, digest })) }));
  }
  if (url.endsWith("/api/copy")) {
    asked.push(`copy ${body["source"]} ${body["destination"]}`);
    if (copying === "lost before") return Promise.reject(new TypeError("Failed to fetch"));
    if (typeof copying === "number" && copying !== 200)
      return Promise.resolve(Response.json({ error: "refused" }, { status: copying }));
    installed.push(String(body["destination"]));
    if (copying === "lost after") return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(new Response(null));
  }
  if (url.endsWith("/api/delete")) {
    const name = String(body["model"]);
    asked.push(`delete ${name}`);
    const outcome = deleting(name);
    if (outcome === 200 || outcome === "lost after") installed = installed.filter((other) => other !== name);
    if (typeof outcome === "string") return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(
      outcome === 200 ? new Response(null) : Response.json({ error: "refused" }, { status: outcome }),
    );
  }
  return Promise.reject(new TypeError("Failed to fetch"));
}

beforeEach(() => {
  vi.stubGlobal("location", new URL("http://localhost:5173/"));
  vi.stubGlobal("fetch", serve);
  installed = ["old:latest"];
  asked = [];
  deleting = () => 200;
  copying = 200;
  isListing = true;
});
afterEach(() => vi.unstubAllGlobals());

test("a rename is a copy, and then the old name deleted", async () => {
  expect(await renameModel("old:latest", "new:latest", plain, server)).toEqual({ status: "done" });
  expect(asked).toEqual(["copy old:latest new:latest", "delete old:latest"]);
  expect(installed).toEqual(["new:latest"]);
});

test("a copy that is refused deletes nothing", async () => {
  copying = 500;
  const failed = { status: "failed", step: "copy", error: { kind: "http", status: 500 } };
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject(failed);
  expect(await copyModel("old:latest", "new:latest", server)).toMatchObject(failed);
  expect(installed).toEqual(["old:latest"]);
});

test("where the old name cannot be deleted, the copy is taken back", async () => {
  deleting = (name) => (name === "old:latest" ? 500 : 200);
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject({
    status: "failed",
    step: "delete",
    error: { kind: "http", status: 500 },
  });
  expect(installed).toEqual(["old:latest"]);
});

test("where the copy cannot be taken back either, both names are said to be there", async () => {
  deleting = () => 500;
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject({ status: "both" });
  expect(installed).toEqual(["old:latest", "new:latest"]);
});

test("an old name that is gone already is a rename that is done", async () => {
  deleting = () => 404;
  expect(await renameModel("old:latest", "new:latest", plain, server)).toEqual({ status: "done" });
});

test("a delete whose answer was lost never costs the copy", async () => {
  deleting = () => "lost after";
  expect(await renameModel("old:latest", "new:latest", plain, server)).toEqual({ status: "done" });
  expect(installed).toEqual(["new:latest"]);

  installed = ["old:latest"];
  deleting = () => "lost before";
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject({ status: "both" });
  expect(installed).toEqual(["old:latest", "new:latest"]);

  installed = ["old:latest"];
  isListing = false;
  deleting = () => "lost after";
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject({ status: "both" });
  expect(installed).toEqual(["new:latest"]);
});

test("a copy that replaced another model stays: nothing brings that one back", async () => {
  deleting = () => 500;
  const result = await renameModel("old:latest", "new:latest", { ...plain, replaces: true }, server);
  expect(result).toMatchObject({ status: "both" });
  expect(asked).toEqual(["copy old:latest new:latest", "delete old:latest"]);
});

test("a copy whose answer was lost is looked for in the list", async () => {
  copying = "lost after";
  expect(await copyModel("old:latest", "new:latest", server)).toEqual({ status: "done" });
  installed = ["old:latest"];
  expect(await renameModel("old:latest", "new:latest", plain, server)).toEqual({ status: "done" });
  expect(installed).toEqual(["new:latest"]);

  installed = ["old:latest"];
  copying = "lost before";
  const failed = { status: "failed", step: "copy", error: { kind: "unreachable" } };
  expect(await renameModel("old:latest", "new:latest", plain, server)).toMatchObject(failed);
  expect(installed).toEqual(["old:latest"]);

  copying = "lost after";
  isListing = false;
  expect(await copyModel("old:latest", "new:latest", server)).toMatchObject({ status: "unsure" });
});
