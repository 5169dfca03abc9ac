import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** SHA-256 of bytes, as 64 hex digits. */
export function bytesDigest(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** SHA-256 of the RFC 8785 canonical JSON of plain data, as 64 hex digits. */
export function digestOf(data: unknown): string {
  const json = canonicalize(data);
  if (json === undefined) throw new TypeError('only plain data has a digest');
  return bytesDigest(new TextEncoder().encode(json));
}
