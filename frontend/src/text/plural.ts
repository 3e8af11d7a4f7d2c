/** "1 day", "3 days": enough for languages in which only one is one. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
