// Start of the window.
import { createRoot } from 'react-dom/client';
import { Studio } from './app/studio.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root.');
createRoot(root).render(<Studio />);
