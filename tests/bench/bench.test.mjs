/** Crossread beside what one would put together instead. Ratios of one run alone are looked at, with room for a busy machine. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { bench } from '../../scripts/bench.mjs';

/** @type {Awaited<ReturnType<typeof bench>>} */
let found;

before(
  async () => {
    found = await bench({ short: true });
  },
  { timeout: 900_000 },
);

/** @param {string} name */
const of = (name) => /** @type {NonNullable<typeof found.figures[string]>} */ (found.figures[name]);

test('it is there before the smallest whole stack is', () => {
  assert.ok(of('ours').load < of('stack').load, JSON.stringify(found.figures));
});

test('it reads and compares in no more time than others need for dates, names and quotations', () => {
  assert.ok(of('ours').warm < 2 * of('compromise-dates').warm, JSON.stringify(found.figures));
});

test('the page goes on while a long story is read', () => {
  assert.ok(found.tasks.longest < 2 * 50, JSON.stringify(found.tasks));
});

test('five articles need little memory', () => {
  assert.ok(found.memory[5] < 16e6, `${found.memory[5]} bytes`);
});
