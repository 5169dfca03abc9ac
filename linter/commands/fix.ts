import type { Outcome } from '../core/outcome.ts';
import { applyFixes } from '../edit/fix.ts';
import { plain } from '../formats/escape.ts';
import { counted } from '../formats/format.ts';
import { writeFile } from '../workspace/write.ts';
import { type Io, viewOf } from './io.ts';

/** Writes what the diagnostics offer as fixes, or with `dry` shows it as a patch. Gives the number of fixes. */
export async function fixFiles(root: string, { diagnostics, texts }: Outcome, dry: boolean, io: Io): Promise<number> {
  let count = 0;
  let files = 0;
  for (const [file, own] of Map.groupBy(diagnostics, (each) => each.file)) {
    const before = texts.get(file);
    if (before === undefined || !own.some((each) => each.fix)) continue;
    const { text, fixed } = applyFixes(file, before, own);
    if (fixed.length === 0) continue;
    count += fixed.length;
    files += 1;
    if (dry) io.out(coloured((await import('../edit/diff.ts')).patch(file, before, text), io));
    else writeFile(`${root}/${file}`, text);
  }
  const done = dry ? 'would be fixed' : 'fixed';
  const where = files === 0 ? '' : ` in ${counted(files, 'file')}`;
  io.out(count === 0 ? 'Nothing here can be fixed without a person.\n' : `${counted(count, 'finding')} ${done}${where}.\n`);
  return count;
}

function coloured(patch: string, io: Io): string {
  const { paint } = viewOf(io);
  const colours = { '+': 'green', '-': 'red', '@': 'cyan' } as const;
  return patch
    .split('\n')
    .map((line) => {
      const colour = colours[line[0] as keyof typeof colours];
      return colour ? paint(colour, plain(line)) : plain(line);
    })
    .join('\n');
}
