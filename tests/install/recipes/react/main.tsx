import { createRoot } from 'react-dom/client';
import type { Story } from 'crossread';
import 'crossread/define';
import { story } from '../story.js';

function Comparison({ of }: { of: Story }) {
  return <cross-read story={of} sections="summary differences" />;
}

createRoot(document.getElementById('app')!).render(<Comparison of={story} />);
