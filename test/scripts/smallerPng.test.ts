import assert from 'node:assert/strict';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { smallerPng } from '../../scripts/smallerPng.mjs';

const width = 64;
const height = 40;

/** Flat, with an edge that is not. */
function pixel(x: number, y: number, channel: number): number {
  return x > 50 ? (x * 7 + y * 13 + channel * 29) & 255 : 200 + channel;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A picture whose rows have all filters, one after the other. */
function filtered(channels: number): Buffer {
  const at = (x: number, y: number, channel: number): number => (x < 0 || y < 0 ? 0 : pixel(x, y, channel));
  const rows = Array.from({ length: height }, (_, y) => {
    const row = [y % 5];
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        const [left, above, corner] = [at(x - 1, y, channel), at(x, y - 1, channel), at(x - 1, y - 1, channel)];
        const estimate = left + above - corner;
        const byDistance = [left, above, corner].sort((a, b) => Math.abs(estimate - a) - Math.abs(estimate - b));
        const predicted = [0, left, above, Math.floor((left + above) / 2), byDistance[0] ?? 0][y % 5] ?? 0;
        row.push((pixel(x, y, channel) - predicted) & 255);
      }
    }
    return Buffer.from(row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 4 ? 6 : 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('A picture in less room', () => {
  for (const channels of [3, 4]) {
    it(`has the same pixels, of ${String(channels)} channels`, () => {
      const png = filtered(channels);
      const smaller = smallerPng(png);
      assert.ok(smaller.length < png.length);
      const at = smaller.indexOf('IDAT');
      const rows = inflateSync(smaller.subarray(at + 4, at + 4 + smaller.readUInt32BE(at - 4)));
      const expected = Array.from({ length: height }, (_, y) => [
        0,
        ...Array.from({ length: width * channels }, (__, i) => pixel(Math.floor(i / channels), y, i % channels)),
      ]);
      assert.deepEqual([...rows], expected.flat());
      assert.deepEqual(smaller.subarray(0, 8), png.subarray(0, 8));
    });
  }

  it('stays as it is where that takes no more', () => {
    const once = smallerPng(filtered(3));
    assert.equal(smallerPng(once), once);
  });
});
