import type { ItemFacts } from '../core/checklist.ts';
import { isDay } from '../core/dates.ts';
import { held } from '../core/people.ts';
import { crewOf, formOf, itemsFor } from '../core/run.ts';
import { nearest } from '../core/suggest.ts';
import type { Answer } from '../core/types.generated.ts';
import { edited } from '../edit/edited.ts';
import { oneLine } from '../formats/escape.ts';
import { counted } from '../formats/format.ts';
import { wrap } from '../formats/text.ts';
import { Usage } from '../organisation/failure.ts';
import type { Workspace } from '../organisation/opened.ts';
import { writeFile } from '../workspace/write.ts';
import { answerOf } from './answer.ts';
import { Interrupted, type Io, viewOf } from './io.ts';
import { readOptions } from './options.ts';
import { type Given, keep, leftAfter, openGate, record, refuseAnswer } from './record.ts';
import { documentOf } from './runs.ts';

export const help = `Walks through the open items of a run that you may answer, one question at a
time. Each answer is saved at once: leave with q or Ctrl-C, and go on with the
same command.

Usage: closeout fill RUN --by ID [options]

RUN is the project as customer/project, its folder or its run.yaml.

  --by ID              who answers, as in records/people.yaml
  --must               only items that block
  --today YYYY-MM-DD   the day to judge by
  --help               show this

At each item: d done, n not applicable, w waived, s skip, u undo the last one,
q quit.

Example:
  closeout fill northwind/office-move --by tlee
`;

const options = { by: { type: 'string' }, today: { type: 'string' }, must: { type: 'boolean' } } as const;

type Ask = (question: string) => Promise<string>;

export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, 'fill');
  const [name] = positionals;
  if (!name || positionals.length > 1 || !values.by) throw new Usage('Say which run and who answers: closeout fill customer/project --by your-id');
  if (!io.ask) throw new Usage('Nobody is at a terminal to answer. In a script use closeout answer.');
  const { file } = openGate(io, values.today, name);
  // read again for each answer: somebody may have an editor open beside this
  const workspace = () => openGate(io, values.today, name).workspace;
  const items = openItems(documentOf(workspace(), file), values.by, Boolean(values.must));
  if (items.length === 0) {
    io.out(`Nothing is open in ${name} that ${values.by} answers.\n`);
    return 0;
  }
  const walk: Walk = { workspace, file, by: values.by, io, ask: io.ask, saved: [] };
  try {
    await walkThrough(walk, items);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    io.out('\n');
  }
  const answers = counted(walk.saved.length, 'answer');
  io.out(`${answers} saved in ${file}.\n${walk.saved.at(-1)?.said ?? ''}`);
  return 0;
}

interface Walk {
  workspace(): Workspace;
  readonly file: string;
  readonly by: string;
  readonly io: Io;
  readonly ask: Ask;
  /** The answers that were saved, to undo them. */
  readonly saved: Saved[];
}

/** An answer that was saved: the number of its item, the run's text before and after, and what the gate said then. */
interface Saved {
  readonly at: number;
  readonly item: string;
  readonly before: string;
  readonly after: string;
  readonly said: string;
}

/** Open items of the next gate that this person may answer, in checklist order; throws Usage for whom nothing can be asked. */
function openItems(document: ReturnType<typeof documentOf>, by: string, must: boolean): readonly ItemFacts[] {
  const person = document.people.get(by);
  if (!person) {
    const suggestion = nearest(by, document.people.keys());
    throw new Usage(`--by: nobody in records/people.yaml has the id "${by}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`);
  }
  const crew = crewOf(document.run).has(by);
  const lead = crew || held(person, 'lead', document.today);
  const support = !crew && held(person, 'support', document.today);
  const phase = document.run.state === 'closed' ? undefined : 'closing';
  return [...itemsFor(document.checklist, document.run.project?.kinds)].filter((item) => {
    const mine = item.by === 'either' ? lead || support : item.by === 'lead' ? lead : support;
    const due = phase === undefined ? item.phase !== 'closing' : item.phase === phase;
    return mine && due && (!must || item.level === 'must') && formOf(document.answers.get(item.id)) === 'open';
  });
}

async function walkThrough(walk: Walk, items: readonly ItemFacts[]): Promise<void> {
  const { io, ask } = walk;
  const view = viewOf(io);
  for (let at = 0; at < items.length; ) {
    const item = items[at] as ItemFacts;
    io.out(
      `\n${view.paint('dim', oneLine(`${at + 1} of ${items.length}, ${item.section}`))}\n${view.paint('bold', oneLine(item.title))}${item.level === 'must' ? '' : ' (does not block)'}\n`,
    );
    if (item.why) io.out(`${view.paint('dim', wrap(oneLine(item.why), 0, view.width))}\n`);
    const choice = (await ask('done, n/a, waived, skip, undo, quit? [d/n/w/s/u/q] ')).toLowerCase();
    if (choice === 'q' || choice === 'quit') break;
    if (choice === 's' || choice === 'skip' || choice === '') at += 1;
    else if (choice === 'u' || choice === 'undo') at = undo(walk, at);
    else {
      const answer = await askAnswer(choice, item, walk);
      if (answer !== undefined && (await save(walk, { part: 'answers', item: item.id, answer }, at))) at += 1;
    }
  }
}

function undo({ workspace, file, io, saved }: Walk, at: number): number {
  const last = saved.pop();
  if (!last) {
    io.out('There is nothing to undo.\n');
    return at;
  }
  const { root, tree } = workspace();
  const text = tree.read(file)?.text ?? last.after;
  // what was written beside this walk stays
  const undone = text === last.after ? last.before : edited(file, text, [{ within: ['answers'], key: last.item, value: 'open' }]);
  writeFile(`${root}/${file}`, undone);
  io.out('Taken back.\n');
  return last.at;
}

/** Writes an answer that the rules have nothing against; says what is wrong with any other. Whether it was written. */
async function save(walk: Walk, given: Given, at: number): Promise<boolean> {
  const workspace = walk.workspace();
  const recorded = await record(workspace, walk.file, given);
  if (recorded.wrong.length > 0) {
    refuseAnswer(workspace, recorded, walk.io);
    return false;
  }
  await keep(workspace, recorded, false, walk.io);
  const { before, after } = recorded;
  walk.saved.push({ at, item: given.item, before, after, said: `${leftAfter(recorded)}\n` });
  return true;
}

const asked: Readonly<Record<Exclude<ItemFacts['evidence'], 'none'>, string>> = {
  note: 'Note: ',
  link: 'Link (https://...): ',
  ticket: 'Ticket: ',
  date: 'Day it shows (like 2026-11-06): ',
  count: 'Count: ',
  file: 'File in the run’s folder (evidence/...): ',
  vault: 'Where in the vault (never the password): ',
};

/** Asks what an answer needs; undefined where the person thinks better of it. */
async function askAnswer(choice: string, item: ItemFacts, { ask, by, io, workspace }: Walk): Promise<Answer | undefined> {
  const { today } = workspace();
  try {
    if (choice === 'd' || choice === 'done') {
      const on = dayOf((await ask(`Done on (${today}): `)) || today);
      const evidence = item.evidence === 'none' ? {} : { [item.evidence]: await askEvidence(item.evidence, ask) };
      return answerOf('done', undefined, { by, on, ...evidence }, today);
    }
    if (choice === 'n' || choice === 'n/a' || choice === 'na') return answerOf('na', given(await ask('Why does it not apply? ')), { by }, today);
    if (choice === 'w' || choice === 'waived') {
      const reason = given(await ask('Why is it waived? '));
      const waiver = { approved: given(await ask('Approved by (id): ')), until: dayOf(await ask('Until (day): ')), ticket: given(await ask('Ticket: ')) };
      return answerOf('waived', reason, { by, ...waiver }, today);
    }
    io.out('Type d, n, w, s, u or q.\n');
  } catch (error) {
    if (!(error instanceof Usage)) throw error;
    io.out(`${oneLine(error.message)}\n`);
  }
  return undefined;
}

async function askEvidence(evidence: keyof typeof asked, ask: Ask): Promise<string> {
  const text = given(await ask(asked[evidence]));
  if (evidence === 'count' && !/^\d{1,7}$/.test(text)) throw new Usage(`A count is a number, not "${text}".`);
  return evidence === 'date' ? dayOf(text) : text;
}

function given(text: string): string {
  if (text === '') throw new Usage('Nothing was typed, so nothing was written.');
  return text;
}

function dayOf(text: string): string {
  if (!isDay(given(text))) throw new Usage(`A day is written like 2026-11-06, not "${text}".`);
  return text;
}
