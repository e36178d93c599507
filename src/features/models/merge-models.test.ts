import { describe, expect, test } from "vitest";
import { plainServer } from "#src/core/connection/server.ts";
import type { Model } from "#src/core/models/model.ts";
import type { ServerList } from "#src/state/fleet.ts";
import { mergeModels } from "./merge-models.ts";

function model(name: string, digest = name): Model {
  return { name, digest, size: 1, modifiedAt: 0, family: "", parameterSize: "", quantization: "" };
}

function list(url: string, models: readonly Model[] | undefined, rest: Partial<ServerList> = {}): ServerList {
  return {
    server: plainServer(url, "user"),
    models,
    updatedAt: 0,
    isDown: false,
    isAsked: false,
    inMemory: new Set(),
    ...rest,
  };
}

const having = (lists: readonly ServerList[], name: string) =>
  mergeModels(lists)
    .marks.get(name)
    ?.servers.map(({ server }) => server.url);

describe("mergeModels", () => {
  test("a name is there once, with every server that has it", () => {
    const lists = [list("a", [model("x:1"), model("y:1")]), list("b", [model("x:1")]), list("c", undefined)];
    expect(mergeModels(lists).models.map(({ name }) => name)).toEqual(["x:1", "y:1"]);
    expect(having(lists, "x:1")).toEqual(["a", "b"]);
    expect(having(lists, "y:1")).toEqual(["a"]);
  });

  test("names that mean the same model are one", () => {
    const lists = [list("a", [model("Qwen3:8B")]), list("b", [model("registry.ollama.ai/library/qwen3:8b")])];
    expect(having(lists, "Qwen3:8B")).toEqual(["a", "b"]);
  });

  test("what a server that answers says of a model comes before what an old list says", () => {
    const lists = [
      list("old", [model("x:1", "before")], { isDown: true }),
      list("new", [model("x:1", "now")]),
    ];
    const { models, marks } = mergeModels(lists);
    expect(models[0]?.digest).toBe("now");
    expect(marks.get("x:1")?.servers.map(({ isDown }) => isDown)).toEqual([false, true]);
  });

  test("one name for two models is said", () => {
    const same = mergeModels([list("a", [model("x:1")]), list("b", [model("x:1")])]);
    const mixed = mergeModels([list("a", [model("x:1")]), list("b", [model("x:1", "other")])]);
    expect(same.marks.get("x:1")?.isMixed).toBe(false);
    expect(mixed.marks.get("x:1")?.isMixed).toBe(true);
  });

  test("memory is marked where it is", () => {
    const { marks } = mergeModels([
      list("a", [model("x:1")]),
      list("b", [model("x:1")], { inMemory: new Set(["x:1"]) }),
    ]);
    expect(marks.get("x:1")?.servers.map(({ isInMemory }) => isInMemory)).toEqual([false, true]);
  });
});
