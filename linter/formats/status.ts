import { evidenceWords } from '../core/evidence.ts';
import type { LeftItem, SignoffStatus, Status } from '../core/status.ts';
import { verdictWords } from '../core/verdict.ts';
import { inertJson, inertLines, oneLine } from './escape.ts';
import { counted, type View } from './format.ts';
import { wrap } from './text.ts';

const who = { lead: 'For the lead', support: 'For support', either: 'For the lead or support' } as const;

/** One run for people at a terminal: what is left, by who answers it and by section. */
export function statusText(status: Status, view: View): string {
  const { customer, name, run, file, state, checklist, lead, backup } = status;
  const head = [
    view.paint('bold', oneLine(`${customer}: ${name}`)),
    oneLine(`${run}  ${state}${whenWords(status)}  ${checklist}`),
    oneLine(`Lead ${lead}, backup ${backup}`),
    view.paint('dim', oneLine(file)),
  ];
  const blocks = [
    head.join('\n'),
    verdictLine(status, view),
    ...leftBlocks(status, view),
    ...othersBlock(status),
    signoffBlock(status.signoffs, view),
    ...waiverBlock(status),
  ];
  return inertLines(`${blocks.filter(Boolean).join('\n\n')}\n`);
}

function whenWords({ gate, closes, days, watchUntil }: Status): string {
  if (gate === 'finished') return watchUntil ? `, watched until ${watchUntil}` : '';
  if (gate === undefined || !closes || days === undefined) return '';
  const far = days === 0 ? 'today' : days > 0 ? `in ${counted(days, 'day')}` : `${counted(-days, 'day')} ago`;
  return `, closes ${closes} (${far})`;
}

function verdictLine({ verdict, gate, optional }: Status, view: View): string {
  if (!gate) return verdictWords(verdict);
  const may = gate === 'closed' ? 'close' : 'finish';
  if (verdict.outcome === 'may-close') return view.paint('green', `It may ${may}.`);
  if (verdict.outcome === 'undecided') return view.paint('red', `It could not be decided whether it may ${may}.`);
  const more = optional > 0 ? ` ${counted(optional, 'optional item')} ${optional === 1 ? 'is' : 'are'} open too; that does not block.` : '';
  return `${view.paint('red', verdictWords(verdict))} before it may ${may}.${more}`;
}

function leftBlocks({ left }: Status, view: View): string[] {
  const width = Math.max(0, ...left.map(({ id }) => id.length));
  return (['lead', 'either', 'support'] as const).flatMap((role) => {
    const own = left.filter(({ by }) => by === role);
    if (own.length === 0) return [];
    const sections = [...Map.groupBy(own, (each) => each.section)].flatMap(([section, items]) => [
      `  ${view.paint('dim', oneLine(section))}`,
      ...items.map((each) => itemLine(each, width, view)),
    ]);
    return [`${view.paint('bold', `${who[role]}: ${own.length}`)}\n${sections.join('\n')}`];
  });
}

function itemLine({ id, title, evidence, line, column, wrong }: LeftItem, width: number, view: View): string {
  const place = `${line}:${column}`.padStart(7);
  const asked = evidence === 'none' ? '' : ` ${view.paint('dim', `(${evidenceWords[evidence]})`)}`;
  return `  ${view.paint('dim', place)}  ${oneLine(id).padEnd(width)}  ${wrong ? view.paint('red', wrap(oneLine(wrong), 13 + width, view.width)) : `${oneLine(title)}${asked}`}`;
}

function othersBlock({ others, file }: Status): string[] {
  if (others.length === 0) return [];
  return [
    `Besides\n${others.map((each) => `  ${each.file === file ? '' : `${each.file}:`}${each.range.start.line}:${each.range.start.column}  ${oneLine(each.message)}`).join('\n')}`,
  ];
}

const standings = {
  missing: 'not signed yet',
  declared: 'declared: a name stands there, and no seal',
  sealed: 'sealed: nothing that it covers has changed',
  stale: 'stale: what it covers has changed since',
} as const;

function signoffBlock(signoffs: readonly SignoffStatus[], view: View): string {
  const lines = signoffs.map(({ phase, role, standing, by, date }) => {
    const signed = by ? `${by}, ${date}; ` : '';
    return `  ${phase.padEnd(8)}  ${role.padEnd(8)}  ${oneLine(signed)}${standing === 'stale' ? view.paint('red', standings[standing]) : standings[standing]}`;
  });
  return lines.length > 0 ? `Sign-offs\n${lines.join('\n')}` : '';
}

function waiverBlock({ waivers }: Status): string[] {
  if (waivers.length === 0) return [];
  const lines = waivers.map(({ title, until, days, reason }) => {
    const left = days === 0 ? ', runs out today' : `, ${counted(days ?? 0, 'day')} left`;
    const far = days === undefined ? '' : days < 0 ? `, ran out ${counted(-days, 'day')} ago` : left;
    return oneLine(`  ${title}: until ${until ?? 'no day'}${far}. ${reason}`);
  });
  return [`Waivers\n${lines.join('\n')}`];
}

/** For programs: version 1 of a shape of its own. `complete` comes last: without it the output was cut. */
export function statusJson(runs: readonly Status[], today: string, complete: boolean): string {
  return inertJson({ format: 'closeout-status', version: 1, today, runs, complete });
}

/** The runs on a board, by state; `all` counts those as well that are not shown. */
export function boardText(rows: readonly Status[], all: number, view: View): string {
  const order = ['closing', 'active', 'paused', 'planned', 'closed', 'finished', 'cancelled'];
  const width = Math.max(0, ...rows.map(({ run }) => run.length));
  const blocks = order.flatMap((state) => {
    const own = rows.filter((row) => row.state === state);
    if (own.length === 0) return [];
    const sorted = own.toSorted((a, b) => ((a.closes ?? '') < (b.closes ?? '') ? -1 : 1));
    const lines = sorted.map((row) => `  ${oneLine(row.run).padEnd(width)}  ${oneLine(dayWords(row)).padEnd(22)}  ${leftWords(row, view)}`);
    return [`${view.paint('bold', `${state[0]?.toUpperCase()}${state.slice(1)}: ${own.length}`)}\n${lines.join('\n')}`];
  });
  if (blocks.length > 0) return inertLines(`${blocks.join('\n\n')}\n`);
  if (all > 0) return `No run is on; ${counted(all, 'run')} ${all === 1 ? 'is' : 'are'} over. See closeout status --all.\n`;
  return 'There is no run yet. Start one with closeout new project.\n';
}

function dayWords({ gate, closes, watchUntil }: Status): string {
  if (gate === 'finished') return watchUntil ? `watch to ${watchUntil}` : '';
  return gate && closes ? `closes ${closes}` : '';
}

function leftWords({ verdict, gate }: Status, view: View): string {
  if (!gate) return view.paint('dim', verdictWords(verdict));
  return verdict.outcome === 'may-close' ? view.paint('green', gate === 'closed' ? 'may close' : 'may finish') : verdictWords(verdict);
}
