import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const nlp = winkNLP(model);

/** Tokens, sentences, tags and the few names that it knows. @param {string[]} texts */
export const run = (texts) =>
  texts.map((text) => {
    const read = nlp.readDoc(text);
    return [read.sentences().out(), read.tokens().out(nlp.its.pos), read.entities().out(nlp.its.detail)];
  });
