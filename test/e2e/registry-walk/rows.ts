// Every action of the registry, in an order in which each finds what it needs.
import { KEY_ROWS } from './key-rows.ts';
import { PEOPLE_ROWS, PROPOSAL_ROWS } from './people-rows.ts';
import { EDIT_ROWS, FILE_ROWS, HELP_ROWS } from './project-rows.ts';
import { RANGE_ROWS, TRANSPORT_ROWS } from './film-rows.ts';
import type { Rows } from './row.ts';
import { TAKE_ROWS } from './take-rows.ts';
import { TIMELINE_ROWS, VIEW_ROWS } from './window-rows.ts';

export const ROWS: Rows = {
  ...PROPOSAL_ROWS,
  ...HELP_ROWS,
  ...VIEW_ROWS,
  ...TRANSPORT_ROWS,
  ...RANGE_ROWS,
  ...TIMELINE_ROWS,
  ...EDIT_ROWS,
  ...KEY_ROWS,
  ...TAKE_ROWS,
  ...PEOPLE_ROWS,
  ...FILE_ROWS,
};
