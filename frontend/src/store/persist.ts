/** True when the browser has promised to keep this site's storage; null where it cannot say. */
export async function isPersisted(): Promise<boolean | null> {
  if (!navigator.storage?.persisted) return null;
  return navigator.storage.persisted();
}

/** Asks for the promise; a refusal is an answer. */
export async function askToPersist(): Promise<boolean> {
  if (!navigator.storage?.persist) return false;
  return navigator.storage.persist();
}
