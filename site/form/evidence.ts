import { bytesDigest, isBlank } from '../../linter/engine.ts';

/** SHA-256 of a file that was picked, as 64 hex digits; worked out in the page. Undefined for one that is empty, which is no evidence. */
export async function digestOfFile(file: Blob): Promise<string | undefined> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (isBlank(bytes)) return undefined;
  // without https a browser has no crypto.subtle, and many a site of an office has none
  if (!globalThis.crypto?.subtle) return bytesDigest(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
