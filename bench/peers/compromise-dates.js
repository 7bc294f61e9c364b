import nlp from 'compromise';
import dates from 'compromise-dates';

nlp.plugin(dates);

/** The same, with the dates that are meant. @param {string[]} texts */
export const run = (texts) =>
  texts.map((text) => {
    const read = /** @type {any} */ (nlp(text));
    const names = [read.people(), read.places(), read.organizations(), read.quotations()].map((found) =>
      found.out('array'),
    );
    return [names, read.dates().get()];
  });
