// What is selected, as fields.
import { useStore } from 'zustand';
import { viewStore } from '../../state/view-store.ts';
import { AnimateInspector } from './animate/animate-inspector.tsx';
import { AssignInspector } from './assign/assign-inspector.tsx';
import './inspector.css';

export function Inspector() {
  const page = useStore(viewStore, (view) => view.page);
  return page === 'animate' ? <AnimateInspector /> : <AssignInspector />;
}
