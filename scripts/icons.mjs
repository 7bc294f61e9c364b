/**
 * `npm run icons`: draws the site's icons into `www/icons/`, as SVG and, for those who install the page, as PNG.
 *
 * Two columns of text: two of their lines are alike, and the one between them is not.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { paths } from './project.mjs';
import { say } from './say.mjs';

/** A rounded rectangle in a square of 64. @typedef {{ x: number, y: number, w: number, h: number, r: number, fill: string }} Bar */

const [INK, PAPER, DIFFER] = ['#1b1a17', '#f6f3ec', '#ff9c82'];

/** @type {Bar[]} */
const BARS = [
  { x: 13, y: 17, w: 17, h: 6, r: 1, fill: PAPER },
  { x: 34, y: 17, w: 17, h: 6, r: 1, fill: PAPER },
  { x: 13, y: 29, w: 17, h: 6, r: 1, fill: DIFFER },
  { x: 34, y: 29, w: 9, h: 6, r: 1, fill: DIFFER },
  { x: 13, y: 41, w: 17, h: 6, r: 1, fill: PAPER },
  { x: 34, y: 41, w: 17, h: 6, r: 1, fill: PAPER },
];

/** The sheet behind: with corners of its own, or, where the system cuts them, up to the edge. @param {boolean} whole @returns {Bar} */
const sheet = (whole) => ({ x: 0, y: 0, w: 64, h: 64, r: whole ? 0 : 12, fill: INK });

/** The files, and which of them are up to the edge. */
export const ICONS = [
  { name: 'icon.svg', size: 0, whole: false },
  { name: 'icon-192.png', size: 192, whole: false },
  { name: 'icon-512.png', size: 512, whole: false },
  { name: 'maskable-512.png', size: 512, whole: true },
  { name: 'touch-180.png', size: 180, whole: true },
];

/** Everything lies within the circle of 80 percent that no mask may cut. Source: W3C, Web App Manifest, "Icon masks". */
export const withinMask = () =>
  BARS.every(({ x, y, w, h }) => [x, x + w].every((a) => [y, y + h].every((b) => Math.hypot(a - 32, b - 32) <= 25.6)));

/** @param {boolean} whole */
function svg(whole) {
  const bars = [sheet(whole), ...BARS].map(
    ({ x, y, w, h, r, fill }) =>
      `  <rect x="${x}" y="${y}" width="${w}" height="${h}" ${r ? `rx="${r}" ` : ''}fill="${fill}" />\n`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\n${bars.join('')}</svg>\n`;
}

/** Whether a point lies in a bar. @param {Bar} bar @param {number} px @param {number} py */
function holds({ x, y, w, h, r }, px, py) {
  if (px < x || px >= x + w || py < y || py >= y + h) return false;
  const dx = Math.max(x + r - px, px - (x + w - r), 0);
  const dy = Math.max(y + r - py, py - (y + h - r), 0);
  return dx * dx + dy * dy <= r * r || !dx || !dy;
}

/** How many points a pixel is looked at, in each direction. */
const POINTS = 4;

/**
 * The pixels, row by row, as red, green, blue and opacity.
 * @param {number} size
 * @param {boolean} whole
 */
function pixels(size, whole) {
  const bars = [...BARS].reverse().concat(sheet(whole));
  const colours = bars.map(({ fill }) => [1, 3, 5].map((at) => parseInt(fill.slice(at, at + 2), 16)));
  const data = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let point = 0; point < POINTS * POINTS; point += 1) {
        const px = ((column + ((point % POINTS) + 0.5) / POINTS) * 64) / size;
        const py = ((row + (Math.floor(point / POINTS) + 0.5) / POINTS) * 64) / size;
        const colour = colours[bars.findIndex((bar) => holds(bar, px, py))];
        if (!colour) continue;
        covered += 1;
        colour.forEach((value, index) => (sum[index] = (sum[index] ?? 0) + value));
      }
      const at = (row * size + column) * 4;
      sum.forEach((value, index) => (data[at + index] = covered ? Math.round(value / covered) : 0));
      data[at + 3] = Math.round((covered * 255) / (POINTS * POINTS));
    }
  }
  return data;
}

/** The check of a chunk. Source: W3C, Portable Network Graphics, "Sample CRC implementation". @param {Buffer} bytes */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~crc >>> 0;
}

/** A chunk of a PNG. @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * Source of the format: W3C, Portable Network Graphics.
 * @param {number} size
 * @param {boolean} whole
 */
function png(size, whole) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8); // Eight bits, with opacity.
  const data = pixels(size, whole);
  const rows = [...Array(size).keys()].map((row) =>
    Buffer.concat([Buffer.of(0), data.subarray(row * size * 4, (row + 1) * size * 4)]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const body = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', body), chunk('IEND', Buffer.alloc(0))]);
}

/** One of the icons. @param {(typeof ICONS)[number]} icon @returns {Buffer} */
export const drawn = ({ size, whole }) => (size ? png(size, whole) : Buffer.from(svg(whole)));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(join(paths.www, 'icons'), { recursive: true });
  for (const icon of ICONS) {
    writeFileSync(join(paths.www, 'icons', icon.name), drawn(icon));
    say(`www/icons/${icon.name}`);
  }
}
