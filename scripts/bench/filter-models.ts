const families = ["llama", "qwen3", "gemma3", "phi4", "mistral", "deepseek2", "nomic-bert"];
const quantizations = ["Q4_K_M", "Q8_0", "F16"];
const day = 86_400_000;

/** So many models as a collector has them: many sizes and quantisations of a few families. What `/api/tags` answers. */
export function manyModels(count: number) {
  const models = Array.from({ length: count }, (_, index) => {
    const family = at(families, index);
    const size = (index % 12) + 1;
    return {
      name: `${family}-tune-${index}:${size}b`,
      model: `${family}-tune-${index}:${size}b`,
      modified_at: new Date(Date.now() - index * day).toISOString(),
      size: size * 600_000_000,
      digest: index.toString(16).padStart(64, "0"),
      details: {
        parent_model: "",
        format: "gguf",
        family,
        families: [family],
        parameter_size: `${size}B`,
        quantization_level: at(quantizations, index),
        context_length: 32_768,
        embedding_length: 4096,
      },
      capabilities: ["completion", index % 2 === 0 ? "tools" : "vision"],
    };
  });
  return { models };
}

/** The names of those that have each word of a search, the latest first. */
export function namesWith(search: string, { models }: ReturnType<typeof manyModels>): readonly string[] {
  const words = search.split(" ").filter((word) => word !== "");
  const found = models.filter(({ name, details, capabilities }) => {
    const shown = [name, details.family, details.parameter_size, details.quantization_level, ...capabilities];
    return words.every((word) => shown.some((text) => text.toLowerCase().includes(word)));
  });
  return found.map(({ name }) => name);
}

function at(texts: readonly string[], index: number): string {
  return texts[index % texts.length] ?? "";
}
