import {
  Culture,
  recognizeCurrency,
  recognizeDateTime,
  recognizeDimension,
  recognizeNumber,
} from '@microsoft/recognizers-text-suite/dist/recognizers-text-suite.es5.js';

/** Dates, numbers and units. @param {string[]} texts */
export const run = (texts) =>
  texts.map((text) =>
    [recognizeDateTime, recognizeNumber, recognizeCurrency, recognizeDimension].map((recognize) =>
      recognize(text, Culture.English),
    ),
  );
