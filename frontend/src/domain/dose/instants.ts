/** In the order of what happened. */
export function byTime(a: { at: string; id: string }, b: { at: string; id: string }): number {
  return since(a.at, b.at) || (a.id < b.id ? -1 : 1);
}

/** Milliseconds from the instant `from` to `at`. */
export function since(at: string, from: string): number {
  return Date.parse(at) - Date.parse(from);
}
