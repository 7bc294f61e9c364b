/** @type {import('crossread').Story} */
export const story = {
  title: 'The bridge reopens',
  articles: [
    {
      source: 'The Harbour Post',
      published: '2026-03-02',
      text: 'The bridge reopened on Monday after 14 weeks of repairs. Ferries ran until noon.',
    },
    {
      source: 'Northern Wire',
      published: '2026-03-03',
      text: 'After 16 weeks of repairs, the bridge reopened on Monday. The mayor thanked the crews.',
    },
  ],
};
