/** Numbers, dates, lists and plurals of other languages than English, as the platform writes them. */

/**
 * What writes a value in that language; `what` is one of the names that the core knows (see `Format` in the core).
 * @param {string} lang  A BCP 47 tag.
 * @returns {(what: string, value: string) => string}
 */
export function formatter(lang) {
  const locale = Intl.getCanonicalLocales(lang);
  const number = new Intl.NumberFormat(locale);
  const plural = new Intl.PluralRules(locale);
  const list = new Intl.ListFormat(locale);
  // An article says a day, and sometimes a time, of the place it speaks of: no zone is to move it.
  const dates = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  /** @type {Record<string, Intl.DateTimeFormat>} */
  const forms = {
    day,
    weekday: dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: dates({ month: 'long', year: 'numeric' }),
    year: dates({ year: 'numeric' }),
    moment: dates({ day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
  };
  const at = (/** @type {string} */ value) => new Date(value.includes('T') ? `${value}Z` : `${value}T00:00Z`);
  return (what, value) => {
    switch (what) {
      case 'number':
        return number.format(Number(value));
      case 'plural':
        return plural.select(Number(value));
      case 'list':
        return list.format(value.split('\n'));
      case 'range': {
        const [first = value, last = value] = value.split('\n');
        return day.formatRange(at(first), at(last));
      }
      default:
        return forms[what]?.format(at(value)) ?? value;
    }
  };
}
