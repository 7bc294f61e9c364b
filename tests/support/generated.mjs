/** Stories made by a generator of random numbers with a seed of its own: the same on every machine. */

/** Source: Tommy Ettinger's mulberry32, in the public domain. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WHO = [
  'Prime Minister Ana Duarte',
  'Duarte',
  'The port authority',
  'Mayor Ruben Hale',
  'Ruben Hale of the Novana Group',
  'Lisbon',
  'Officials',
  'A spokesman for the U.S. embassy',
  'Dr. Mina O’Dell',
  'The council of Port Vale',
];
const DID = [
  'opened',
  'will close',
  'did not close',
  'signed',
  'rejected',
  'said it had signed',
  'may have lost',
  'denied that it lost',
  'is expected to pay for',
];
const WHAT = [
  'contracts',
  'ferries',
  'bridges',
  'km of road',
  'jobs',
  'percent of its ships',
  'schools',
  'tonnes of grain',
];
const WHEN = [
  'on Monday',
  'on 2 March',
  'late on Tuesday, March 3, 2026',
  'last week',
  'in 2024',
  'two days later',
  'at 9:40 p.m.',
  'since the 1990s',
  'for three years',
  'every Friday',
];
const SAID = [
  '“It is a great day for the city,”',
  '“We won’t pay,”',
  '"No comment,"',
  '“Nobody was ‘hurt’,”',
  '“😀 Finally,”',
];
const CUE = ['said', 'told reporters', 'added', 'wrote'];
const END = [
  '.',
  ', officials said.',
  ', according to Duarte.',
  ' (photo: Quay Wire).',
  '; others disagreed.',
  '!',
  ' — for now.',
];
const FURNITURE = [
  'By Ruben Hale, Quay Wire',
  'Read more: https://example.org/a',
  'PORT VALE (Quay Wire) — ',
  'Photo: Novana',
  '© 2026',
];

/**
 * @param {number} count
 * @param {number} seed
 * @returns {{ title: string, articles: import('crossread').Article[] }[]}
 */
export function generated(count = 50, seed = 20260302) {
  const next = random(seed);
  const below = (/** @type {number} */ most) => Math.floor(next() * most);
  const pick = (/** @type {string[]} */ list) => list[below(list.length)] ?? '';
  const amount = () =>
    pick([
      `${below(90) + 2}`,
      `about ${below(40)},${100 + below(900)}`,
      `$${below(9)}.${below(10)} million for`,
      'two dozen',
    ]);
  const sentence = () =>
    below(4) === 0
      ? `${pick(SAID)} ${pick(WHO)} ${pick(CUE)}${pick(['.', ` ${pick(WHEN)}.`])}`
      : `${pick(WHO)} ${pick(DID)} ${amount()} ${pick(WHAT)} ${pick(WHEN)}${pick(END)}`;
  const paragraph = () => Array.from({ length: 1 + below(3) }, sentence).join(' ');
  return Array.from({ length: count }).map((...[, story]) => {
    // What several articles have in common, so that there is something to compare.
    const shared = Array.from({ length: 4 }, sentence);
    const articles = Array.from({ length: 2 + below(5) }).map((...[, index]) => {
      const own = Array.from({ length: 2 + below(5) }, paragraph);
      const taken = shared
        .filter(() => below(2))
        .map((each) => each.replace(/\b1?\d\b/, (digits) => (below(3) ? digits : '17')));
      const paragraphs = [...taken, ...own, ...(below(2) ? [pick(FURNITURE)] : [])];
      const about = {
        source: `${pick(['Quay', 'Hill', 'River', 'Coast'])} ${pick(['Post', 'Times', 'Wire'])}`,
        title: sentence().slice(0, 60),
        published: `2026-03-0${1 + below(9)}${pick(['', 'T10:00:00Z', 'T23:30:00+09:00'])}`,
        ...(below(3) ? { lang: 'en' } : {}),
        ...(below(2) ? { url: `https://example.org/${story}/${index}` } : {}),
      };
      return below(3)
        ? { ...about, text: paragraphs.join('\n\n') }
        : {
            ...about,
            html: `<article><h1>${about.title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</article>`,
          };
    });
    return { title: `Story ${story}`, articles };
  });
}
