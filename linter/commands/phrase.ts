import { formats } from '../formats/index.ts';
import { Usage } from '../organisation/failure.ts';
import { withTexts } from '../organisation/opened.ts';
import { lintDrafts, readDraft } from '../workspace/drafts.ts';
import { openWorkspace } from '../workspace/open.ts';
import { fixFiles } from './fix.ts';
import { type Io, viewOf } from './io.ts';
import { exitCode } from './lint.ts';
import { oneOf, readOptions } from './options.ts';
import { wayFor } from './outputs.ts';

export const help = `Checks the wording of a draft before it goes out.

Usage: closeout phrase [options] FILE ...
       closeout phrase [options] -        reads what is typed or piped in

A draft is plain text or Markdown. Quotes, code and paragraphs that begin with
"Internal note:" are left alone.

  --audience NAME   customer or internal (customer)
  --first           it is the first word on this: nobody knows the cause yet
  --format NAME     text, json or github (text)
  --fix             put in what can only be said in one way
  --dry-run         with --fix: print the change as a patch, write nothing
  --quiet           show errors only
  --help            show this

Examples:
  closeout phrase draft.md
  echo "It should be fixed soon." | closeout phrase -
  closeout phrase --fix --dry-run draft.md

Exit codes: 0 nothing to reword, 1 errors, 2 could not decide, 3 wrong option.
`;

const options = {
  audience: { type: 'string' },
  first: { type: 'boolean' },
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  quiet: { type: 'boolean' },
} as const;

const STDIN = 'draft';

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'phrase');
  const name = oneOf('format', values.format, ['text', 'json', 'github'] as const) ?? 'text';
  const audience = oneOf('audience', values.audience, ['customer', 'internal']) ?? 'customer';
  const piped = positionals.includes('-');
  if (positionals.length === 0) throw new Usage('Say which draft: closeout phrase draft.md, or closeout phrase - for what is typed or piped in.');
  if (piped && (positionals.length > 1 || values.fix)) throw new Usage('With - there is one draft, which has no file to fix. Leave out --fix and other files.');
  if (values['dry-run'] && !values.fix) throw new Usage('--dry-run shows what --fix would write. Add --fix.');
  const workspace = openWorkspace({ cwd: io.cwd, now: io.now });
  const reading = { audience, first: values.first };
  const read = () => positionals.map((path) => readDraft(workspace, io.cwd, path));
  const drafts = piped ? [{ file: STDIN, text: await io.input() }] : read();
  const found = lintDrafts(workspace, drafts, reading);
  const again = (texts: ReadonlyMap<string, string>) => {
    const changed = drafts.map((draft) => ({ ...draft, text: texts.get(draft.file) ?? draft.text }));
    return lintDrafts(withTexts(workspace, texts), changed, reading);
  };
  const dry = Boolean(values['dry-run']);
  const fixed = values.fix ? await fixFiles({ root: workspace.root, found, again }, dry, io) : 0;
  // what was written is read again
  const left = fixed > 0 && !dry ? lintDrafts(openWorkspace({ cwd: io.cwd, now: io.now }), read(), reading) : found;
  // what a dry run prints is the patch, for git apply
  (dry ? io.err : io.out)((await formats[name]())(left, { ...viewOf(io), quiet: values.quiet, way: await wayFor(name, io) }));
  return exitCode(left, Number.POSITIVE_INFINITY);
}
