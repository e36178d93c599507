/**
 * A table of numbers as NumPy stores it: `.npy` format 1.0, little-endian 32-bit floats, shape (rows, columns), C order.
 * The header is padded with spaces so that the data begins at a multiple of 64 bytes (numpy.lib.format, NEP 1).
 */
export function npyOf(rows: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const columns = rows[0]?.length ?? 0;
  const about = `{'descr': '<f4', 'fortran_order': False, 'shape': (${rows.length}, ${columns}), }`;
  const begin = Math.ceil((10 + about.length + 1) / 64) * 64;
  const header = `${about.padEnd(begin - 11)}\n`;
  const bytes = new Uint8Array(begin + rows.length * columns * 4);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]);
  view.setUint16(8, header.length, true);
  for (let at = 0; at < header.length; at++) bytes[10 + at] = header.charCodeAt(at);
  let at = begin;
  for (const row of rows)
    for (let column = 0; column < columns; column++, at += 4) view.setFloat32(at, row[column] ?? 0, true);
  return bytes;
}
