export interface Migration {
  /** `user_version` after this step; the steps count 1, 2, 3... */
  readonly version: number;
  readonly sql: string;
}
