import nlp from 'compromise';

/** Tags, names and quotations. @param {string[]} texts */
export const run = (texts) =>
  texts.map((text) => {
    const read = nlp(text);
    return [read.people(), read.places(), read.organizations(), read.quotations()].map((found) => found.out('array'));
  });
