import { parse } from 'chrono-node/en';

/** Dates alone. @param {string[]} texts */
export const run = (texts) =>
  texts.map((text) => parse(text, new Date('2026-01-06T12:00:00Z')).map((found) => found.date()));
