/** Reads a GGUF file's head onwards. Whatever does not lie wholly within the bytes is undefined. */
export type GgufReader = {
  skip(bytes: number): void;
  u32(): number | undefined;
  u64(): number | undefined;
  text(): string | undefined;
  /** A value of this type; true for a list, of which only the end is looked for. */
  value(type: number): string | number | boolean | undefined;
};

/** Bytes of a value by its type (ggml/docs/gguf.md, `gguf_metadata_value_type`); 8 is a text and 9 a list. */
const sizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const [textType, listType] = [8, 9];
/** Lists in lists are allowed, and a file that means harm could nest them without end. */
const deepest = 4;

export function createGgufReader(bytes: Uint8Array, decode: (utf8: Uint8Array) => string): GgufReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  /** The place of so many bytes, after which reading goes on; undefined where the bytes end before. */
  function take(count: number): number | undefined {
    const start = at;
    if (!(count <= bytes.length - start)) {
      at = bytes.length;
      return undefined;
    }
    at += count;
    return start;
  }

  function u32(): number | undefined {
    const start = take(4);
    return start === undefined ? undefined : view.getUint32(start, true);
  }

  /** Above 2^53 not exact, which no count in a file that exists comes near. */
  function u64(): number | undefined {
    const start = take(8);
    return start === undefined ? undefined : Number(view.getBigUint64(start, true));
  }

  function text(): string | undefined {
    const length = u64();
    const start = length === undefined ? undefined : take(length);
    return start === undefined ? undefined : decode(bytes.subarray(start, at));
  }

  function list(depth: number): true | undefined {
    const [type, count] = [u32(), u64()];
    if (type === undefined || count === undefined || depth > deepest) return undefined;
    const size = sizes[type];
    if (size !== undefined) return take(size * count) === undefined ? undefined : true;
    for (let index = 0; index < count; index++) {
      if (type !== textType && type !== listType) return undefined;
      if (type === listType) {
        if (list(depth + 1) === undefined) return undefined;
      } else {
        const length = u64();
        if (length === undefined || take(length) === undefined) return undefined;
      }
    }
    return true;
  }

  function scalar(type: number): number | boolean | undefined {
    const start = take(sizes[type] ?? Number.NaN);
    if (start === undefined) return undefined;
    switch (type) {
      case 0:
        return view.getUint8(start);
      case 1:
        return view.getInt8(start);
      case 2:
        return view.getUint16(start, true);
      case 3:
        return view.getInt16(start, true);
      case 4:
        return view.getUint32(start, true);
      case 5:
        return view.getInt32(start, true);
      case 6:
        return view.getFloat32(start, true);
      case 7:
        return view.getUint8(start) !== 0;
      case 10:
        return Number(view.getBigUint64(start, true));
      case 11:
        return Number(view.getBigInt64(start, true));
      default:
        return view.getFloat64(start, true);
    }
  }

  return {
    skip: (count) => void take(count),
    u32,
    u64,
    text,
    value(type) {
      if (type === textType) return text();
      return type === listType ? list(1) : scalar(type);
    },
  };
}
