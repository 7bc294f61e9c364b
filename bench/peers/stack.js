import { Readability } from '@mozilla/readability';
import { parse } from 'chrono-node/en';
import nlp from 'compromise';
import SummaryBot from 'summarybot';

/** The least that one would put together instead: main text, names, quotations, dates and a summary. @param {string[]} texts */
export const run = (texts) => {
  const bot = new SummaryBot();
  return texts.map((text) => {
    const paragraphs = text.split(/\n+/).map((paragraph) => `<p>${paragraph.replaceAll('<', '&lt;')}</p>`);
    const page = new DOMParser().parseFromString(`<article>${paragraphs.join('')}</article>`, 'text/html');
    const main = new Readability(page).parse()?.textContent ?? text;
    const read = nlp(main);
    const names = [read.people(), read.places(), read.organizations(), read.quotations()].map((found) =>
      found.out('array'),
    );
    const dates = parse(main, new Date('2026-01-06T12:00:00Z')).map((found) => found.date());
    return [names, dates, bot.run(main, 3, false)];
  });
};
