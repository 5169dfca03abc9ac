import { applies } from '../core/checklist.ts';
import { isDay } from '../core/dates.ts';
import { isWaived } from '../core/run.ts';
import { nearest } from '../core/suggest.ts';
import type { Answer } from '../core/types.generated.ts';
import { Usage } from '../organisation/failure.ts';
import { strangeCharacters } from '../parse/strange.ts';
import type { Io } from './io.ts';
import { readOptions } from './options.ts';
import { type Given, keep, leftAfter, openGate, record, refuseAnswer } from './record.ts';
import { documentOf } from './runs.ts';

export const help = `Answers one item of a run. Only the bytes of that answer change.

Usage: closeout answer RUN ITEM done --by ID [evidence]
       closeout answer RUN ITEM na REASON --by ID
       closeout answer RUN ITEM waived REASON --by ID --approved ID --until DAY
                --ticket NUMBER
       closeout answer RUN ITEM open

RUN is the project as customer/project, its folder or its run.yaml.

  --by ID              who answers, as in records/people.yaml
  --on DAY             the day on which it was done (today)
  --note TEXT  --link URL  --ticket NUMBER  --date DAY  --count N
  --file evidence/NAME  --vault WHERE       what backs it
  --approved ID  --until DAY                of a waiver
  --today YYYY-MM-DD   the day to judge by
  --dry-run            show the change as a patch, write nothing
  --help               show this

Examples:
  closeout answer northwind/office-move as-built done --by tlee \\
    --link https://docs.example/northwind
  closeout answer northwind/office-move certificates-ticketed na \\
    "No certificate in scope" --by tlee
  closeout answer northwind/office-move disks-wiped open --dry-run
`;

const text = { type: 'string' } as const;
const evidence = { note: text, link: text, ticket: text, date: text, count: text, file: text, vault: text } as const;
const options = { by: text, on: text, approved: text, until: text, today: text, ...evidence, 'dry-run': { type: 'boolean' } } as const;

type Values = { readonly [Key in keyof typeof options]?: string | boolean | undefined };

export function run(args: readonly string[], io: Io): Promise<number> {
  return answerItem('answer', args, io);
}

/** `answer` writes into `answers`; `settle` writes into `settled` how a waiver was made good. */
export async function answerItem(command: 'answer' | 'settle', args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readOptions(args, options, command);
  const [name, item, form, ...reason] = positionals;
  if (!name || !item || !form || reason.length > 1) throw new Usage(`Say which run, which item, and the answer. See closeout ${command} --help.`);
  const { workspace, file } = openGate(io, values.today, name);
  const document = documentOf(workspace, file);
  checkItem(document, item);
  const part = command === 'settle' ? 'settled' : 'answers';
  if (part === 'settled') checkSettling(document, item);
  const given: Given = { part, item, answer: answerOf(form, reason[0], values, workspace.today) };
  const recorded = await record(workspace, file, given);
  if (recorded.wrong.length > 0) {
    refuseAnswer(workspace, recorded, io);
    return 1;
  }
  if (recorded.before === recorded.after) {
    io.out('That is the answer already; nothing was written.\n');
    return 0;
  }
  await keep(workspace, recorded, Boolean(values['dry-run']), io);
  const title = document.checklist.items.get(item)?.title;
  io.out(`"${title}": ${form === 'na' ? 'not applicable' : form}${values['dry-run'] ? ' (not written)' : ''}.\n${leftAfter(recorded)}\n`);
  return 0;
}

function checkItem({ checklist, run }: ReturnType<typeof documentOf>, id: string): void {
  const item = checklist.items.get(id);
  const reference = `${checklist.id}@${checklist.version}`;
  if (!item) {
    const suggestion = nearest(id, checklist.items.keys());
    throw new Usage(`${reference} has no item "${id}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`);
  }
  if (item.retired) throw new Usage(`"${id}" was retired with version ${item.retired}; it is not asked any more.`);
  if (!applies(item, run.project?.kinds ?? {})) throw new Usage(`"${item.title}" does not apply to this project: it is for other kinds. Check project.kinds.`);
}

function checkSettling({ run, answers }: ReturnType<typeof documentOf>, item: string): void {
  if (!isWaived(answers.get(item))) throw new Usage(`"${item}" is not waived in this run, so there is nothing to settle. Use closeout answer.`);
  if (run.state !== 'closed') throw new Usage(`This run is ${run.state}, not closed yet: change the answer itself with closeout answer.`);
}

/** Options that say something of an answer, by its form. */
const belonging: Readonly<Record<string, readonly string[]>> = {
  open: [],
  done: ['on', ...Object.keys(evidence)],
  na: [],
  waived: ['approved', 'until', 'ticket'],
};

/** The answer that a command line gives; throws Usage where it is none. */
export function answerOf(form: string, reason: string | undefined, values: Values, today: string): Answer {
  const given = (key: keyof Values): string | undefined => (typeof values[key] === 'string' ? values[key].trim() : undefined);
  checkBelonging(form, reason, values);
  if (form === 'open') return 'open';
  const by = given('by');
  if (!by) throw new Usage('Say who answers with --by, as in records/people.yaml.');
  if (form === 'done') return { done: dayOf('on', given('on') ?? today), by, ...evidenceOf(given) } as Answer;
  if (!reason?.trim()) throw new Usage(`Say why in quotes: ${form} "the reason".`);
  if (form === 'na') return { na: reason.trim(), by };
  const waiver = { approved: given('approved'), until: given('until'), ticket: given('ticket') };
  const missing = Object.entries(waiver).flatMap(([key, value]) => (value ? [] : [`--${key}`]));
  if (missing.length > 0) throw new Usage(`A waiver also needs ${missing.join(', ')}.`);
  return { waived: reason.trim(), by, ...waiver, until: dayOf('until', waiver.until ?? '') } as Answer;
}

/** What was typed and would be left out of the answer is told, and so is what no file may hold. */
function checkBelonging(form: string, reason: string | undefined, values: Values): void {
  const known = belonging[form];
  if (!known) {
    const suggestion = nearest(form, Object.keys(belonging));
    throw new Usage(`An answer is done, na, waived or open, not "${form}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`);
  }
  for (const [name, value] of [['the reason', reason] as const, ...Object.entries(values).map(([key, text]) => [`--${key}`, text] as const)]) {
    const [strange] = typeof value === 'string' ? strangeCharacters(value) : [];
    if (strange) throw new Usage(`There is an invisible character (${strange.data?.code}) in ${name}. Type it again without.`);
  }
  for (const key of ['on', 'approved', 'until', ...Object.keys(evidence)])
    if (values[key as keyof Values] !== undefined && !known.includes(key)) throw new Usage(`--${key} does not belong to an answer that is ${form}.`);
  if (reason !== undefined && form === 'done') throw new Usage('An answer that is done has no reason. Write a remark with --note.');
  if (reason !== undefined && form === 'open') throw new Usage('An answer that is open has no reason.');
}

function evidenceOf(given: (key: keyof Values) => string | undefined): Record<string, string | number> {
  const found: Record<string, string | number> = {};
  for (const key of Object.keys(evidence) as (keyof typeof evidence)[]) {
    const value = given(key);
    if (value === undefined) continue;
    if (key === 'count' && !/^\d{1,7}$/.test(value)) throw new Usage(`--count takes a number, not "${value}".`);
    found[key] = key === 'count' ? Number(value) : key === 'date' ? dayOf('date', value) : value;
  }
  return found;
}

function dayOf(option: string, value: string): string {
  if (!isDay(value)) throw new Usage(`--${option} takes a day like 2026-11-06, not "${value}".`);
  return value;
}
