type Value = string | number | readonly string[];

/** A little GGUF file as the format's own document describes it: numbers as 32 bits, lists of texts, then so many bytes of weights. */
export function ggufFile(values: Readonly<Record<string, Value>>, weights = 64, version = 3): Buffer {
  const entries = Object.entries(values);
  return Buffer.concat([
    Buffer.from("GGUF"),
    u32(version),
    u64(1),
    u64(entries.length),
    ...entries.flatMap(([key, value]) => [text(key), valueOf(value)]),
    Buffer.alloc(weights, 7),
  ]);
}

function valueOf(value: Value): Buffer {
  if (typeof value === "string") return Buffer.concat([u32(8), text(value)]);
  if (typeof value === "number") return Buffer.concat([u32(4), u32(value)]);
  return Buffer.concat([u32(9), u32(8), u64(value.length), ...value.map(text)]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64(bytes.length), bytes]);
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
