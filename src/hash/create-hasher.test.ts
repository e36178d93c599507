import { expect, test, vi } from "vitest";
import { createHasher } from "./create-hasher.ts";

// Alone in its file: the library keeps what it once compiled.
test("where a policy forbids WebAssembly, plain script stands in", async () => {
  const compile = vi.spyOn(WebAssembly, "compile").mockRejectedValue(new WebAssembly.CompileError("policy"));
  const hasher = await createHasher();
  hasher.update(Buffer.from("abc"));
  expect(compile).toHaveBeenCalled();
  // The example of FIPS 180-4.
  expect(hasher.digest()).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
