import init, { analyze, CrossReadElement, render, similarity } from 'crossread';
import type { Analysis, CrossReadErrorDetail, Fact, Story } from 'crossread';
import 'crossread/define';
import * as inline from 'crossread/inline';
import 'crossread/standalone';

const story: Story = { articles: [{ source: 'The Harbour Post', text: 'The bridge reopened on Monday.' }] };

export async function differences(): Promise<Fact[]> {
  await init();
  const { facts }: Analysis = analyze(story, { summary: 'short' });
  return facts.filter(({ verdict }) => verdict === 'conflict');
}

export function show(element: CrossReadElement): void {
  element.story = story;
  element.addEventListener('cross-read-error', ({ detail }: CustomEvent<CrossReadErrorDetail>) => detail.code);
}

// The entries are one and the same.
export const same: boolean = inline.analyze === analyze && crossread.similarity('a', 'b') === similarity('a', 'b');
export const html: Promise<string> = render(story);
