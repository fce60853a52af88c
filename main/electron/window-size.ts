/** The smallest window that the layout is made for. */
export const MIN_WIDTH_PX = 1180;
export const MIN_HEIGHT_PX = 720;
