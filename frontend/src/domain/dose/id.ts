/**
 * The id of a decision: UUIDv5 (RFC 9562) of who, when, which rule and what about, so that every phone and the server
 * give the same decision the same id. Own lines: the browser's digest only comes later, and a package would weigh more.
 */
export function decisionId(client: string, on: string, rule: string, target: string): string {
  const [a, b, c, d] = sha1(`${client}/${on}/${rule}/${target}`);
  const hex = [a, (b & 0xffff0fff) | 0x5000, (c & 0x3fffffff) | 0x80000000, d].map(hexOf).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

type Hash = [a: number, b: number, c: number, d: number, e: number];

/** The namespace of decisions, 6f0e1c52-6f0b-5d5a-9d43-6d0f4f3d0c11. */
const SPACE = [0x6f0e1c52, 0x6f0b5d5a, 0x9d436d0f, 0x4f3d0c11];
const START: Hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const BLOCK = 64;

function hexOf(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** SHA-1 of the namespace and a name. */
function sha1(name: string): Hash {
  const bytes = new TextEncoder().encode(name);
  const length = SPACE.length * 4 + bytes.length;
  const message = new DataView(new ArrayBuffer(Math.ceil((length + 9) / BLOCK) * BLOCK));
  for (const [at, word] of SPACE.entries()) message.setUint32(at * 4, word);
  for (const [at, byte] of bytes.entries()) message.setUint8(SPACE.length * 4 + at, byte);
  message.setUint8(length, 0x80);
  message.setUint32(message.byteLength - 4, length * 8);
  let hash = START;
  for (let at = 0; at < message.byteLength; at += BLOCK) hash = mixed(hash, message, at);
  return hash;
}

function mixed(hash: Hash, message: DataView, from: number): Hash {
  const words = new DataView(new ArrayBuffer(80 * 4));
  const word = (at: number) => words.getUint32(at * 4);
  let [a, b, c, d, e] = hash;
  for (let at = 0; at < 80; at += 1) {
    const next =
      at < 16
        ? message.getUint32(from + at * 4)
        : rolled(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1);
    words.setUint32(at * 4, next);
    [a, b, c, d, e] = [(rolled(a, 5) + round(at, b, c, d) + e + next) | 0, a, rolled(b, 30), c, d];
  }
  return [hash[0] + a, hash[1] + b, hash[2] + c, hash[3] + d, hash[4] + e];
}

function round(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return at < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}

function rolled(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
