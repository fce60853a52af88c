// What the keyboard of this computer is like.

export const IS_MAC: boolean =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
