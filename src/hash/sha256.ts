/** SHA-256 (FIPS 180-4) of bytes that come in pieces. */
export type Sha256 = {
  update(bytes: Uint8Array): void;
  /** 64 hexadecimal digits. Nothing may be added afterwards. */
  digest(): string;
};

/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2 and 5.3.3). */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate++) {
    let isPrime = true;
    for (let by = 2; by * by <= candidate && isPrime; by++) isPrime = candidate % by !== 0;
    if (isPrime) found.push(Math.floor((root(candidate) % 1) * 2 ** 32));
  }
  return Int32Array.from(found, (value) => value | 0);
}

const constants = fractions(64, Math.cbrt);
const start = fractions(8, Math.sqrt);
const block = 64;

/** In plain script, for where WebAssembly is not allowed: about half as fast (docs/decisions/008-hashing.md). */
export function createSha256(): Sha256 {
  const state = Int32Array.from(start);
  const words = new Int32Array(64);
  const rest = new Uint8Array(block);
  let restLength = 0;
  let total = 0;

  function take(bytes: Uint8Array, from: number, to: number): void {
    compress(state, words, bytes, from, to);
  }

  return {
    update(bytes) {
      total += bytes.length;
      let at = 0;
      if (restLength > 0) {
        at = Math.min(block - restLength, bytes.length);
        rest.set(bytes.subarray(0, at), restLength);
        restLength += at;
        if (restLength < block) return;
        take(rest, 0, block);
        restLength = 0;
      }
      const end = at + Math.floor((bytes.length - at) / block) * block;
      take(bytes, at, end);
      rest.set(bytes.subarray(end));
      restLength = bytes.length - end;
    },
    digest() {
      const tail = new Uint8Array(restLength < 56 ? block : 2 * block);
      tail.set(rest.subarray(0, restLength));
      tail[restLength] = 0x80;
      const view = new DataView(tail.buffer);
      view.setUint32(tail.length - 8, Math.floor(total / 2 ** 29));
      view.setUint32(tail.length - 4, (total * 8) >>> 0);
      take(tail, 0, tail.length);
      return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
    },
  };
}

/** Written for the compiler: plain locals, 32 bits at every step, no check of an index that is within bounds. */
function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, from: number, to: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (index: number) => state[index] as number;
  let [a, b, c, d] = [word(0), word(1), word(2), word(3)];
  let [e, f, g, h] = [word(4), word(5), word(6), word(7)];
  for (let at = from; at < to; at += block) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = ((((w[i - 16] as number) + s0) | 0) + (((w[i - 7] as number) + s1) | 0)) | 0;
    }
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const kw = ((constants[i] as number) + (w[i] as number)) | 0;
      const t1 = (((((h + s1) | 0) + (g ^ (e & (f ^ g)))) | 0) + kw) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) | (c & (a | b)))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    state[0] = a = (a + word(0)) | 0;
    state[1] = b = (b + word(1)) | 0;
    state[2] = c = (c + word(2)) | 0;
    state[3] = d = (d + word(3)) | 0;
    state[4] = e = (e + word(4)) | 0;
    state[5] = f = (f + word(5)) | 0;
    state[6] = g = (g + word(6)) | 0;
    state[7] = h = (h + word(7)) | 0;
  }
}
