import { describe, expect, it } from "vitest";
import {
  asForm,
  asText,
  type CreateDraft,
  emptyDraft,
  followFiles,
  fromFiles,
  meantDraft,
  storedDraft,
} from "./create-draft.ts";

const none = { files: [], adapters: [] };
const draft = emptyDraft("llama3.2");
const withFields = (fields: Partial<CreateDraft["fields"]>): CreateDraft => ({
  ...draft,
  fields: { ...draft.fields, ...fields },
});

describe("a draft", () => {
  it("is text at any time, and a form again without loss", () => {
    const before = withFields({ system: "Be\nbrief.", parameters: { temperature: "hot" }, stop: ["x", ""] });
    const text = asText(before, "", none);
    expect(text).toMatchObject({ view: "text", name: "" });
    expect(text.text).toBe(
      'FROM llama3.2\nSYSTEM """Be\nbrief."""\nPARAMETER temperature hot\nPARAMETER stop x\nPARAMETER stop """"""\n',
    );
    // Nothing was changed in the text, so what is wrong in the form may stay so.
    expect(asForm(text, "", none)?.fields).toEqual(before.fields);
    // Something was changed: now it has to be right.
    const changed = { ...text, text: `${text.text}SYSTEM y\n` };
    expect(asForm(changed, "", none)).toBeUndefined();
    expect(meantDraft(changed, "", none)).toBeUndefined();
  });

  it("keeps the text as it was written while it says the same", () => {
    const written: CreateDraft = { ...draft, view: "text", text: "# mine\nfrom llama3.2\n\nsystem x" };
    const form = asForm(written, "", none);
    expect(form?.fields).toMatchObject({ from: "llama3.2", system: "x", comments: [" mine"] });
    if (!form) throw new Error("no form");
    expect(asText(form, "", none).text).toBe(written.text);
    const changed = { ...form, fields: { ...form.fields, system: "y" } };
    expect(asText(changed, "", none).text).toBe("# mine\nFROM llama3.2\nSYSTEM y\n");
  });

  it("is made of files or of a model, as FROM says", () => {
    const files: CreateDraft = { ...draft, source: "files" };
    const text = asText(files, "", { files: ["a.gguf"], adapters: [] });
    expect(text.text).toBe("FROM ./a.gguf\n");
    expect(
      asForm({ ...text, text: `${text.text}SYSTEM x` }, "", { files: ["a.gguf"], adapters: [] }),
    ).toMatchObject({
      source: "files",
      fields: { from: "llama3.2", system: "x" },
    });
    expect(asForm({ ...text, text: "FROM qwen3" }, "", { files: ["a.gguf"], adapters: [] })).toMatchObject({
      source: "model",
      fields: { from: "qwen3" },
    });
    expect(asForm({ ...draft, view: "text", text: "FROM ./a.gguf" }, "", none)).toBeUndefined();
  });

  it("has an adapter onto a base as a form and as a text", () => {
    const adapters = { files: [], adapters: ["lora.gguf"] };
    const text = asText({ ...draft, source: "files" }, "", adapters);
    expect(text.text).toBe("FROM llama3.2\nADAPTER ./lora.gguf\n");
    const changed = { ...text, text: "FROM qwen3\nADAPTER lora.gguf" };
    expect(asForm(changed, "", adapters)).toMatchObject({ source: "files", fields: { from: "qwen3" } });
    // Without the file, without a base, or with weights as well it cannot be meant.
    expect(asForm(changed, "", none)).toBeUndefined();
    expect(asForm({ ...changed, text: "FROM ./m.gguf\nADAPTER lora.gguf" }, "", adapters)).toBeUndefined();
    const both = { files: ["m.gguf"], adapters: ["lora.gguf"] };
    expect(asForm(changed, "", both)).toBeUndefined();
    expect(asText({ ...draft, source: "files" }, "", both).text).toBe("FROM ./m.gguf\nADAPTER ./lora.gguf\n");
  });

  it("goes over to files that are dropped, as a form or as a text", () => {
    expect(fromFiles(draft, "")).toEqual({ ...draft, source: "files" });
    const written = { ...draft, view: "text" as const, text: "FROM llama3.2\nSYSTEM x" };
    expect(fromFiles(written, "")).toMatchObject({
      source: "files",
      view: "text",
      text: "FROM ./model.gguf\nSYSTEM x\n",
    });
    const faulty = { ...written, text: "FROM" };
    expect(fromFiles(faulty, "")).toEqual({ ...faulty, source: "files" });
  });

  it("names files that come in a text that nobody changed, and in no other", () => {
    const adapters = { files: [], adapters: ["lora.gguf"] };
    const written = { ...draft, view: "text" as const, text: "FROM llama3.2\nSYSTEM x" };
    const dropped = fromFiles(written, "");
    const followed = followFiles(dropped, none, adapters);
    expect(followed.text).toBe("FROM llama3.2\nADAPTER ./lora.gguf\nSYSTEM x\n");
    expect(followFiles(followed, adapters, none).text).toBe(dropped.text);
    for (const other of [
      { ...dropped, text: `${dropped.text}# mine\n` },
      { ...dropped, view: "form" as const },
      draft,
    ])
      expect(followFiles(other, none, adapters)).toBe(other);
  });

  it("is kept over a reload", () => {
    const kept = withFields({ messages: [{ role: "user", content: "x" }], parameters: { seed: "1" } });
    expect(storedDraft(JSON.stringify(kept))).toEqual(kept);
    expect(["", "{", "[]", "null", '{"name":"x"}'].map(storedDraft)).toEqual(Array(5).fill(undefined));
    expect(storedDraft('{"name":3,"fields":{"messages":[{"role":"x"}]}}')).toEqual(emptyDraft(""));
  });
});
