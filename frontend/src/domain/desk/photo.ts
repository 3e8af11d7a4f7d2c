/** The longest side of a stored photo, pixels: the server's own (a phone is narrower). */
export const LONGEST_PX = 1024;

export interface Size {
  width: number;
  height: number;
}

/** The size within which a picture is shown whole; a small one stays as it is. */
export function fitted({ width, height }: Size, longest: number = LONGEST_PX): Size {
  const share = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}
