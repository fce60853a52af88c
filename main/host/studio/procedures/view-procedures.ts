// Where the window stands in a project. It may be lost without harm, so it is no part of the document.
import { viewStateSchema } from '#core/contract/project-types.ts';
import type { AreaProcedures, StudioContext } from '../studio-context.ts';

const KIND = 'view';
const KEY = 'main';

export function createViewProcedures({ sessionOf }: StudioContext): AreaProcedures<'view'> {
  return {
    'view.load': ({ session }) => {
      const { derived } = sessionOf(session).store;
      return derived.getJson(KIND, KEY, viewStateSchema) ?? viewStateSchema.parse({});
    },
    'view.save': ({ session, view }) => {
      sessionOf(session).store.derived.putJson(KIND, KEY, view);
      return null;
    },
  };
}
