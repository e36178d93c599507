import { expect, test } from "vitest";
import { noSecrets, plainServer } from "./server.ts";
import { draftFrom, faultsOf, secretsFrom, serverFrom } from "./server-draft.ts";

const draft = draftFrom(plainServer("http://mine:1", "user"), noSecrets);

test("a server goes into its form and comes out the same", () => {
  const { source: _, ...server } = plainServer("http://mine:1", "user");
  expect(serverFrom(draft)).toEqual(server);
  expect(secretsFrom(draft)).toEqual(noSecrets);
  expect(faultsOf(draft, ["http://other:1"])).toEqual({});
});

test("each field says what is wrong with it", () => {
  expect(faultsOf({ ...draft, address: " " }, [])).toEqual({ address: "empty" });
  expect(faultsOf({ ...draft, address: "MINE:1/v1" }, ["http://mine:1"])).toEqual({ address: "known" });
  expect(faultsOf({ ...draft, apiKey: "sk-ключ" }, [])).toEqual({ apiKey: "characters" });
  expect(faultsOf({ ...draft, apiKey: "two words" }, [])).toEqual({ apiKey: "characters" });
  for (const deadline of ["", "0", "0.5", "121", "ten", "1e1", "-5"])
    expect(faultsOf({ ...draft, deadline }, []), deadline).toEqual({ deadline: "range" });
  const headers = [
    { name: "X-A", value: "1" },
    { name: "Cookie", value: "a=b" },
  ];
  expect(faultsOf({ ...draft, headers }, [])).toEqual({ headers: [undefined, "forbidden"] });
});

test("what a paste brings around a secret is dropped, and so are blank rows", () => {
  const typed = {
    ...draft,
    apiKey: " sk-1\n",
    deadline: "2,5",
    headers: [
      { name: "", value: "" },
      { name: " X-A ", value: " v " },
    ],
  };
  expect(faultsOf(typed, [])).toEqual({});
  expect(secretsFrom(typed)).toEqual({
    apiKey: "sk-1",
    headers: [{ name: "X-A", value: "v" }],
    isKept: true,
  });
  expect(serverFrom(typed).deadlineMs).toBe(2500);
});
