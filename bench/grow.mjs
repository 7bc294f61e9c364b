/**
 * Long stories made of the sample stories, to see how time and memory grow: each article takes its sentences from the
 * articles of one sample story, in their order, with some left out and some numbers changed, until it is long enough.
 */

/** Numbers that look like chance and are the same each time. @param {number} seed */
function chance(seed) {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {string} text */
const sentences = (text) => text.split(/(?<=[.!?”])\s+(?=[“A-Z])/).filter((sentence) => sentence.length > 20);

/**
 * A story of `count` articles, each of about `bytes` bytes.
 * @param {{ title?: string, articles: any[] }} story
 * @param {number} count
 * @param {number} [bytes]
 */
export function grow(story, count, bytes = 5000) {
  const pools = story.articles.map(({ text }) => sentences(text));
  const articles = [...Array(count).keys()].map((index) => {
    const next = chance(index + 1);
    const base = story.articles[index % story.articles.length];
    /** @type {string[]} */
    const taken = [];
    let length = 0;
    for (let turn = 0; length < bytes; turn += 1) {
      const pool = pools[(index + turn) % pools.length] ?? [];
      for (const sentence of pool) {
        if (length >= bytes) break;
        if (next() < 0.35) continue;
        const told =
          next() < 0.2 ? sentence.replace(/\b\d{1,3}\b/, () => String(2 + Math.floor(next() * 90))) : sentence;
        taken.push(told);
        length += told.length + 1;
      }
    }
    const day = String(1 + (index % 9)).padStart(2, '0');
    const text = taken
      .map((sentence, at) => (at % 3 === 2 ? `${sentence}\n\n` : `${sentence} `))
      .join('')
      .trim();
    return {
      source: `Outlet ${index + 1}`,
      title: `${base.title ?? 'Report'} (${index + 1})`,
      published: `2026-03-${day}`,
      text,
    };
  });
  return { title: story.title, articles };
}
