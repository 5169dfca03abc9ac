import type { Comparison, Told } from '../core/against.ts';
import type { PsaProject, RunRow } from '../core/psa.ts';
import { marked } from './day.ts';
import { oneLine } from './escape.ts';
import { counted, type View } from './format.ts';
import { entryText, wrap } from './text.ts';

/** A comparison of the PSA's projects with the runs, and of which file and day it is. */
export interface Against extends Comparison {
  readonly file: string;
  readonly today: string;
  readonly sample: boolean;
}

/** A title with what it means, and one entry for each: a first line and more below it. */
type Section = readonly [title: string, means: string, entries: readonly (readonly string[])[]];

/** A section of a report for people shows this many; JSON has all. */
const MOST_SHOWN = 200;

function sections(against: Against): readonly Section[] {
  const { walkedRound, differ, unclear, perhaps, withoutRun, withoutProject } = against;
  const all: readonly Section[] = [
    ['Closed in the PSA without a closed run', 'The gate was walked round: support did not sign.', walkedRound.map(toldLines)],
    ['Told differently', 'Support hears one thing from the PSA and another one here.', differ.map(toldLines)],
    ['Could not be told', '', unclear.map(({ line, what }) => [line === undefined ? what : `Line ${line}: ${what}`])],
    [
      'Perhaps the same',
      'Nothing was matched here: look at both, then give the run the number (project.psa) or the customer an alias.',
      perhaps.map(({ project, run, why }) => [`${titleOf(project)}  =?  ${run.customerName}: ${run.name}`, why, there(project), here(run)]),
    ],
    ['On in the PSA, with no run here', 'Start one with closeout new project.', withoutRun.map((project) => [titleOf(project), there(project)])],
    [
      'Runs that the export does not have',
      'Perhaps the export leaves out closed projects, or the project is missing in the PSA.',
      withoutProject.map((run) => [`${run.customerName}: ${run.name}`, here(run)]),
    ],
  ];
  return all.filter(([, , entries]) => entries.length > 0);
}

function toldLines({ project, why }: Told): readonly string[] {
  return [titleOf(project), why, there(project)];
}

function titleOf({ customer, name }: PsaProject): string {
  return `${customer}: ${name}`;
}

function there({ id, status, started, due, closed, line }: PsaProject): string {
  const facts = [status && `status "${status}"`, started && `started ${started}`, due && `due ${due}`, closed && `closed ${closed}`, `line ${line}`];
  return `PSA${id ? ` ${id}` : ''}: ${facts.filter(Boolean).join(', ')}`;
}

function here({ id, state, psa }: RunRow): string {
  return `Run ${id}: ${state}${psa ? `, names ${psa} of the PSA` : ''}`;
}

/** The first lines: what was compared, and how much of it agrees. */
function summary({ file, rows, found, agree, passedOver, notes }: Against): readonly string[] {
  const over = [
    passedOver.before > 0 && `${passedOver.before} closed before you began`,
    passedOver.cancelled > 0 && `${passedOver.cancelled} cancelled there, without a run`,
    passedOver.ignored > 0 && `${passedOver.ignored} with a status that is ignored`,
    passedOver.archived > 0 && `${counted(passedOver.archived, 'finished or cancelled run')} that the export does not have`,
  ].filter(Boolean);
  return [
    `${file}: ${counted(rows, 'project')}, ${found} found here, ${agree} of them agree.`,
    ...(over.length > 0 ? [`Passed over: ${over.join('; ')}.`] : []),
    ...notes,
  ];
}

function heading({ today, sample }: Against): string {
  return `The PSA's projects against the runs, ${today}${sample ? ' (sample: the day stands still)' : ''}`;
}

const FINE = 'Nothing is closed there that is not closed here, and nothing else differs.';

function text(against: Against, view: View): string {
  const { paint, width } = view;
  const blocks = sections(against).map(([title, means, entries], index) => {
    const worst = index === 0 && against.walkedRound.length > 0;
    const lines = entries.slice(0, MOST_SHOWN).map((entry) => entryText(entry, view));
    const head = `${paint(worst ? 'red' : 'bold', `${title}: ${entries.length}`)}${means ? `\n${wrap(means, 0, width)}` : ''}`;
    return [head, ...lines, ...more(entries.length).map((line) => `  ${line}`)].join('\n');
  });
  const top = [paint('bold', heading(against)), ...summary(against).map((line) => wrap(oneLine(line), 0, width))].join('\n');
  return `${[top, ...(blocks.length > 0 ? blocks : [FINE])].join('\n\n')}\n`;
}

function markdown(against: Against): string {
  const blocks = sections(against).map(([title, means, entries]) => {
    const lines = entries.slice(0, MOST_SHOWN).map(([first = '', ...rest]) => [`- ${marked(first)}`, ...rest.map((line) => `  ${marked(line)}`)].join('  \n'));
    return [`## ${title}: ${entries.length}`, ...(means ? [means] : []), [...lines, ...more(entries.length).map((line) => `- ${line}`)].join('\n')].join(
      '\n\n',
    );
  });
  return `${[`# ${heading(against)}`, summary(against).map(marked).join('  \n'), ...(blocks.length > 0 ? blocks : [FINE])].join('\n\n')}\n`;
}

function more(count: number): readonly string[] {
  return count > MOST_SHOWN ? [`and ${(count - MOST_SHOWN).toLocaleString('en-US')} more; --format json has all`] : [];
}

/** For programs: version 1 of a shape of its own. `complete` comes last: without it the output was cut; false where something could not be told. */
function json(against: Against): string {
  const run = ({ id, file, customerName, name, state, psa }: RunRow) => ({ run: id, file, customer: customerName, name, state, psa });
  const { file, today, sample, rows, found, agree, passedOver, notes } = against;
  const told = (all: readonly Told[]) => all.map((each) => ({ project: each.project, run: each.run && run(each.run), why: each.why }));
  const data = {
    ...{ format: 'closeout-against', version: 1, today, sample, file, rows, found, agree },
    walkedRound: told(against.walkedRound),
    differ: told(against.differ),
    unclear: against.unclear,
    perhaps: against.perhaps.map((each) => ({ project: each.project, run: run(each.run), why: each.why })),
    withoutRun: against.withoutRun,
    withoutProject: against.withoutProject.map(run),
    passedOver,
    notes,
    complete: against.unclear.length === 0,
  };
  // CI runners obey ##[command] anywhere in a line; in JSON the bracket can be written as its code
  return `${JSON.stringify(data, null, 2).replaceAll('##[', '##\\u005b')}\n`;
}

/** The comparison by the name that `--format` takes. */
export const comparisons: Readonly<Record<string, (against: Against, view: View) => string>> = { text, markdown, json };
