import type { CrossReadElement } from 'crossread';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Properties = Partial<Pick<CrossReadElement, 'src' | 'story'>> & { sections?: string };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'cross-read': DetailedHTMLProps<HTMLAttributes<CrossReadElement>, CrossReadElement> & Properties;
    }
  }
}
