// Pictures of a window are flat: they take the least room where each row is written as it is. Browsers filter the rows,
// which helps photographs, and pack them in haste.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signatureLength = 8;

/**
 * The same picture in a file that is often smaller, and never larger.
 *
 * @param {Buffer} png with 8 bits for each of its three or four channels, as browsers write them
 * @returns {Buffer}
 */
export function smallerPng(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const channels = header[9] === 6 ? 4 : 3;
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  unfilter(rows, header.readUInt32BE(0) * channels, channels);
  const packed = deflateSync(rows, { level: 9, memLevel: 9 });
  const others = chunks.filter(({ type }) => type !== 'IDAT' && type !== 'IEND');
  const result = Buffer.concat([
    png.subarray(0, signatureLength),
    ...[...others, { type: 'IDAT', data: packed }, { type: 'IEND', data: Buffer.alloc(0) }].map(chunk),
  ]);
  return result.length < png.length ? result : png;
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let at = signatureLength; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data });
    at += length + 12;
  }
  return chunks;
}

/** @param {{ type: string, data: Buffer }} parts */
function chunk({ type, data }) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * Takes the filters of PNG (W3C, chapter 9) off rows, each of which begins with the number of its own.
 *
 * @param {Buffer} rows
 * @param {number} width of a row, in bytes
 * @param {number} step from a pixel to the next, in bytes
 */
function unfilter(rows, width, step) {
  for (let start = 0; start < rows.length; start += width + 1) {
    const filter = rows[start] ?? 0;
    rows[start] = 0;
    for (let at = start + 1; at <= start + width; at++) {
      const hasLeft = at - step > start;
      const left = hasLeft ? (rows[at - step] ?? 0) : 0;
      const above = rows[at - width - 1] ?? 0;
      const corner = hasLeft ? (rows[at - width - 1 - step] ?? 0) : 0;
      const predicted = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter] ?? 0;
      rows[at] = (rows[at] ?? 0) + predicted;
    }
  }
}

/**
 * The predictor of Paeth.
 *
 * @param {number} left
 * @param {number} above
 * @param {number} corner
 */
function nearest(left, above, corner) {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
