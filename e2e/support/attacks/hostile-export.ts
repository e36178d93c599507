/** An export file whose every text is an attack, with keys that an object should not have. */
export function hostileExport(attacks: readonly string[]) {
  const title = "Imported <img src=x onerror=window.__pwned(1)> [x](javascript:window.__pwned(1))";
  const text = attacks.join("\n\n");
  const [first = "", second = "", third = ""] = attacks;
  const ids = attacks.map((_, index) => `${index}"><script>window.__pwned(${index})</script>`);
  const at = 1_763_600_000_000;
  const conversation = {
    id: "__proto__",
    title,
    createdAt: at,
    updatedAt: at,
    pinned: false,
    archived: false,
    systemPrompt: text,
    model: `${first.replaceAll("\n", " ")}:latest`,
    parameters: { temperature: 0.5 },
    activeLeafId: "constructor",
    messages: [
      { id: "toString", parentId: null, role: "user", content: text, createdAt: at },
      {
        id: "constructor",
        parentId: "toString",
        role: "assistant",
        content: text,
        reasoning: text,
        model: second.replaceAll("\n", " "),
        status: "done",
        createdAt: at + 1,
      },
    ],
  };
  const others = attacks.slice(0, 12).map((attack, index) => ({
    ...conversation,
    id: ids[index],
    title: attack,
    systemPrompt: third,
    activeLeafId: null,
    messages: [],
  }));
  const written = JSON.stringify({
    format: "candor.export",
    version: 1,
    exportedAt: new Date(at).toISOString(),
    conversations: [conversation, ...others],
  });
  // A key that an object literal cannot have.
  const polluting = written.replaceAll('"pinned":false', '"pinned":false,"__proto__":{"polluted":true}');
  return {
    title,
    upload: { name: "export.json", mimeType: "application/json", buffer: Buffer.from(polluting) },
  };
}
