import { bytesDigest } from '../core/digest.ts';
import type { Outcome } from '../core/outcome.ts';
import type { Diagnostic } from '../core/rule.ts';
import type { View } from './format.ts';

/** Gives each diagnostic it is called with 32 hex digits that no other has, and that stay when lines are added elsewhere and when days go by. */
export function fingerprints({ texts }: Outcome, { way = '' }: Pick<View, 'way'>): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  const encoder = new TextEncoder();
  return (diagnostic) => {
    const key = JSON.stringify(identityOf({ ...diagnostic, file: `${way}${diagnostic.file}` }, texts.get(diagnostic.file) ?? ''));
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return bytesDigest(encoder.encode(`${key} ${earlier}`)).slice(0, 32);
  };
}

/** A message may count days, a line may move: what stays is the rule, the file, and the place in the data or the words that are pointed at. */
function identityOf({ ruleId, file, path, item, range, secret }: Diagnostic, text: string): readonly unknown[] {
  if (path.length > 0) return [ruleId, file, path, item];
  // no digest of a password may leave the machine: a short one could be guessed from it
  return [ruleId, file, item, secret ? '' : text.slice(range.start.offset, range.end.offset)];
}
