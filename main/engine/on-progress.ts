/** Progress in whatever unit the method counts. */
export type OnProgress = (done: number, total: number) => void;
