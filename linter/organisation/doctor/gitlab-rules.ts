import type { Filter, Gate } from './gates.ts';
import { picks } from './glob.ts';
import { group, list, type Plain, said, texts } from './script.ts';

/** Where a merge request is judged: in a pipeline of its own, or in that of the branch it comes from. */
export type Pipeline = 'request' | 'branch';

type Start = Pick<Gate, 'filters' | 'conditions'> & { readonly runs: boolean };

const ALWAYS: Start = { runs: true, filters: [], conditions: [] };
const NEVER: Start = { runs: false, filters: [], conditions: [] };

/** For which of the two a pipeline is made at all, by its `workflow:`. */
export type Made = Readonly<Record<Pipeline, Start>> & { readonly hasRules: boolean };

/** Looks once at what holds for every job. */
export function madeBy(pipeline: Plain): Made {
  const rules = rulesIn(group(pipeline['workflow']));
  return { request: rules ? decided(rules, 'request') : ALWAYS, branch: rules ? decided(rules, 'branch') : ALWAYS, hasRules: rules !== undefined };
}

/** Whether a job runs for merge requests, and what may keep it from it; `apart` where they have pipelines of their own. */
export function startOf(job: Plain, made: Made, apart: boolean): Pick<Gate, 'pulls' | 'filters' | 'conditions'> {
  const request = startOn('request', job, made);
  // the forge looks at the branch's pipeline only where the request has none
  const { runs, ...start } = request.runs || apart ? request : startOn('branch', job, made);
  return { pulls: runs, ...start };
}

/** Whether a job is in pipelines of merge requests. */
export function isInRequests(job: Plain, made: Made): boolean {
  return startOn('request', job, made).runs;
}

function startOn(on: Pipeline, job: Plain, { [on]: made, hasRules }: Made): Start {
  const own = ownStart(job, on, hasRules);
  if (!made.runs || !own.runs) return NEVER;
  return { runs: true, filters: [...made.filters, ...own.filters], conditions: [...made.conditions, ...own.conditions] };
}

function ownStart(job: Plain, on: Pipeline, hasWorkflow: boolean): Start {
  const rules = rulesIn(job);
  if (rules) return decided(rules, on);
  if (job['only'] !== undefined || job['except'] !== undefined) return listed(job, on);
  // a job that says nothing of it is in every pipeline of a workflow with rules, else in those of branches
  return hasWorkflow || on === 'branch' ? ALWAYS : NEVER;
}

function rulesIn(holder: Plain): readonly Plain[] | undefined {
  return holder['rules'] === undefined ? undefined : list(holder['rules']).map(group);
}

/** The first rule that fits decides; what nobody can tell from the file becomes a condition. */
function decided(rules: readonly Plain[], on: Pipeline): Start {
  const filters: Filter[] = [];
  const hindrances: string[] = [];
  const chances: string[] = [];
  const changes: unknown[] = [];
  for (const rule of rules) {
    const fits = fitsOn(rule['if'], on);
    if (fits === false) continue;
    const sure = fits && rule['exists'] === undefined;
    const words = [rule['if'], rule['exists'] && `exists: ${said(rule['exists'])}`].filter(Boolean).map(said).join(', ');
    const isNever = rule['when'] === 'never';
    if (rule['changes'] !== undefined && sure) {
      // one such file is enough to leave the whole request out, whatever else it changes
      if (isNever) filters.push({ words: `changes: ${said(rule['changes'])}, when: never`, starts: () => false });
      else changes.push(rule['changes']);
    } else if (sure) return isNever ? ended() : { runs: true, filters, conditions: hindrances };
    else if (isNever) hindrances.push(`not ${words}`);
    else chances.push(words);
  }
  return ended();

  function ended(): Start {
    if (changes.length === 0 && chances.length === 0) return NEVER;
    const chance = changes.length === 0 ? [] : [changesFilter(changes, chances.length > 0)];
    return { runs: true, filters: [...filters, ...chance], conditions: [...hindrances, ...(changes.length === 0 ? [said(chances.join(' or '))] : [])] };
  }
}

/** It starts where any of the lists holds the path; undefined also where another rule may start it. */
function changesFilter(changes: readonly unknown[], other: boolean): Filter {
  const patterns = changes.flatMap((each) => texts(group(each)['paths'] ?? each)).map(asHere);
  return {
    words: said(`changes: ${changes.map(said).join(' or ')}`),
    starts: (path) => picks(patterns, path) || (other ? undefined : picks(patterns, path)),
  };
}

/** To GitLab two stars that no slash follows are one. */
function asHere(pattern: string): string {
  return pattern.replaceAll(/\*\*(?!\/)/g, '*');
}

/** `only` and `except`, as older pipelines say it. */
function listed(job: Plain, on: Pipeline): Start {
  const [only, except] = [refsOf(job['only']), refsOf(job['except'])];
  const here = on === 'request' ? ['merge_requests'] : ['branches', 'pushes'];
  // where only names no refs, branches and tags are meant
  const named = only.length === 0 ? ['branches'] : only;
  const others = on === 'branch' && !named.includes('branches') && !named.includes('pushes') ? named.filter((each) => !OTHER_PIPELINES.has(each)) : [];
  const isIn = here.some((each) => named.includes(each)) || others.length > 0;
  if (!isIn || here.some((each) => except.includes(each))) return NEVER;
  const { changes, variables } = group(job['only']);
  const kept = except.filter((each) => !OTHER_PIPELINES.has(each));
  const barred = group(job['except']);
  return {
    runs: true,
    filters: [
      ...(changes === undefined ? [] : [changesFilter([changes], false)]),
      ...(barred['changes'] === undefined ? [] : [{ words: `except: changes: ${said(barred['changes'])}`, starts: () => false }]),
    ],
    conditions: [
      ...(others.length > 0 ? [`only: ${others.join(', ')}`] : []),
      ...(variables === undefined ? [] : [`only: variables: ${said(variables)}`]),
      ...(kept.length > 0 ? [`except: ${kept.join(', ')}`] : []),
      ...(barred['variables'] === undefined ? [] : [`except: variables: ${said(barred['variables'])}`]),
    ],
  };
}

/** Pipelines that are none of a merge request. */
const OTHER_PIPELINES = new Set(['api', 'merge_requests', 'pipelines', 'schedules', 'tags', 'triggers', 'web']);

function refsOf(value: unknown): readonly string[] {
  return [...texts(value), ...texts(group(value)['refs'])];
}

/** Whether the condition of a rule holds in such a pipeline; undefined where the file alone does not tell. */
export function fitsOn(condition: unknown, on: Pipeline): boolean | undefined {
  if (condition === undefined) return true;
  if (typeof condition !== 'string') return undefined;
  const text = condition.trim();
  const bare = /^\(([^()]*)\)$/.exec(text)?.[1] ?? text;
  if (/[()]/.test(bare)) return undefined;
  const parts = bare.split('||').map((part) => {
    const all = part.split('&&').map((each) => holds(each.trim(), on));
    return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  });
  return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
}

function holds(text: string, on: Pipeline): boolean | undefined {
  const [, name = '', sign, , literal, other] = /^\$(\w+)(?:\s*(==|!=)\s*(?:(["'])(.*?)\3|(\$\w+|null)))?$/.exec(text) ?? [];
  const value = variable(name, on);
  if (value === undefined) return undefined;
  if (sign === undefined) return value !== null;
  const same = other === 'null' ? value === null : value === null ? false : other === undefined ? sameAs(value, literal) : withDefault(name, other);
  return same === undefined || sign === '==' ? same : !same;
}

function sameAs(value: string | true, literal: string | undefined): boolean | undefined {
  return value === true ? undefined : value === literal;
}

/** Requests go to the default branch, and come from another. */
function withDefault(name: string, other: string): boolean | undefined {
  if (other !== '$CI_DEFAULT_BRANCH') return undefined;
  return name === 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME' ? true : name === 'CI_COMMIT_BRANCH' ? false : undefined;
}

/** What a variable is in such a pipeline: a value, true for one that nobody knows, null where it is not set; undefined for one of their own. */
function variable(name: string, on: Pipeline): string | true | null | undefined {
  const request = on === 'request';
  if (name === 'CI_PIPELINE_SOURCE') return request ? 'merge_request_event' : 'push';
  if (name === 'CI_COMMIT_TAG') return null;
  if (name === 'CI_COMMIT_BRANCH') return request ? null : true;
  if (name === 'CI_MERGE_REQUEST_IID' || name === 'CI_MERGE_REQUEST_ID' || name === 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME') return request ? true : null;
  return undefined;
}
