/** A file of content: its address carries a hash of what is in it, so it never grows old, and the worker keeps it. */
export async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}
