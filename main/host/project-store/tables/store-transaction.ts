// How tables write: the store decides whether it may, and wraps the work.

/** Runs `work` in one durable transaction; false (and no work) when the store reads only. */
export type StoreTransaction = (work: () => void) => boolean;
