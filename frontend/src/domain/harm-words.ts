/**
 * Whether a note may speak of harming oneself, so that help stands beside it at once. It is read on this phone only, in
 * every language that Pith speaks, and decides nothing. Source: domain.md 2.7 (self-harm words lead to the crisis text).
 */
const SPOKEN: readonly RegExp[] = [
  /\bsuicid/,
  /\b(kill|harm|cutt?)(ing)? my ?self\b|\bself.?harm/,
  /\b(want|like|going|urge|think(ing)? (of|about)) (to )?hurt(ing)? my ?self\b/,
  /\b(end|ending|take|taking) (it all|my (own )?life)\b/,
  /\b(want|wish|rather|ready) (to die|i (was|were) dead|not to (live|wake up)|be dead)\b/,
  /\bwish i (was|were) dead\b/,
  /\b(do not|don.?t|no longer) want to (live|be alive|be here)( any ?more| any longer)?\b/,
  /\b(no (reason|point) (to live|in living)|not worth living|better off (dead|without me))\b/,
  /\b(suizid|selbstmord)/,
  /\bbring(e)? mich um\b|\bmich um(zu)?bringen\b/,
  /\b(mir|mich) (selbst )?(etwas|was) an(zu)?tun\b/,
  /\bmich (selbst )?(verletzen|ritzen|zu verletzen|zu ritzen|töten|zu töten)\b|\britze? mich\b|\bselbstverletz/,
  /\bleben ein ende\b|\bnicht (mehr )?lebenswert\b|\bohne mich besser\b/,
  /\bdas leben (zu )?nehmen\b/,
  /\bnicht mehr (leben|da sein|aufwachen)\b/,
  /\b(will|möchte|wäre|lieber) (nur noch |einfach |am liebsten )?(sterben|tot( sein)?)\b/,
  /\b(keinen sinn mehr|lebensmüde)\b/,
];

export function mayMeanHarm(text: string): boolean {
  const plain = text.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, ' ');
  return SPOKEN.some((pattern) => pattern.test(plain));
}
