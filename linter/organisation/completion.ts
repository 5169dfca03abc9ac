import type { TextDocument } from '../core/documents.ts';
import { isSealed } from '../core/offer.ts';
import type { Parsed } from '../parse/file.ts';
import type { Tree } from './tree.ts';

const SCHEMAS = 'schemas';

/** Where editors should take completion for a file from; undefined for what nobody edits any more: releases, sign-offs and the archive. */
export function completionFor(tree: Tree, { kind, file, value }: Parsed): TextDocument['schema'] {
  if (!file.endsWith('.yaml') || isSealed(file)) return undefined;
  const { checklist, state } = ((kind === 'run' ? value : undefined) ?? {}) as { readonly checklist?: unknown; readonly state?: unknown };
  if (kind === 'run' && (typeof checklist !== 'string' || state === 'finished' || state === 'cancelled')) return undefined;
  const path = `${SCHEMAS}/${kind === 'run' ? `runs/${checklist}` : kind}.schema.json`;
  const way = `${'../'.repeat(file.split('/').length - 1)}${path}`;
  return { way, exists: () => tree.list(SCHEMAS).includes(path) };
}
