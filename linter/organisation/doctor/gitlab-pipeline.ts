import { fitsOn } from './gitlab-rules.ts';
import { picks } from './glob.ts';
import { group, list, type Plain, said, texts } from './script.ts';

/** A pipeline as GitLab puts it together from the files of one repository. */
export interface Pipeline {
  readonly data: Plain;
  /** Files that say something of a key of it; what the last one says counts. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Under which condition a file is taken in, where that may not hold. */
  readonly conditions: ReadonlyMap<string, string>;
}

/** Puts a pipeline together: what a file takes in comes first, and the file itself says the last word. */
export function pipelineOf(main: string, files: ReadonlyMap<string, unknown>): Pipeline {
  const places = new Map<string, string[]>();
  const conditions = new Map<string, string>();
  const taken = new Set<string>();
  const takeIn = (file: string): Plain => {
    taken.add(file);
    const own = group(files.get(file));
    let data: Plain = {};
    for (const { path, rules } of includesIn(own)) {
      for (const each of [...files.keys()].filter((name) => !taken.has(name) && fits(path, name))) {
        const unsure = rules.filter((rule) => fitsOn(rule, 'request') !== true);
        if (rules.length > 0 && unsure.length === rules.length) conditions.set(each, `${each} is taken in: ${unsure.map(said).join(' or ')}`);
        data = merged(data, takeIn(each));
      }
    }
    for (const key of Object.keys(own)) places.set(key, [...(places.get(key) ?? []), file]);
    return merged(data, own);
  };
  return { data: takeIn(main), places, conditions };
}

interface Include {
  /** From the repository's root; stars stand for any name. */
  readonly path: string;
  readonly rules: readonly unknown[];
}

function includesIn(data: unknown): readonly Include[] {
  return list(group(data)['include']).flatMap((each) => {
    const local = typeof each === 'string' ? each : group(each)['local'];
    if (typeof local !== 'string' || !/^(?!.*\.\.)[\w.*/-]+\.ya?ml$/.test(local)) return [];
    return [{ path: local.replace(/^\//, ''), rules: list(group(each)['rules']).map((rule) => group(rule)['if']) }];
  });
}

/** Files of the same repository that a pipeline takes in, by their path from its root, in which stars stand for any name. */
export function localIncludes(data: unknown): readonly string[] {
  return includesIn(data).map(({ path }) => path);
}

/** Whether a file is what an include names. */
export function fits(path: string, file: string): boolean {
  return path === file || (path.includes('*') && picks([path], file) === true);
}

/** What a pipeline takes in from somewhere else, in the file's words: nobody can see it from here. */
export function elsewhereIn(data: unknown, files: ReadonlyMap<string, unknown>): readonly string[] {
  const names = [...files.keys()];
  return list(group(data)['include']).flatMap((each) => {
    const { local = each, remote, project, file, component, template } = group(each);
    if (remote !== undefined) return [said(remote)];
    if (project !== undefined) return [`${said(project)}${file === undefined ? '' : ` (${list(file).map(said).join(', ')})`}`];
    if (component !== undefined) return isOurs(component) ? [] : [said(component)];
    // GitLab's own templates hold jobs of their own and touch no other
    if (template !== undefined || typeof local !== 'string') return [];
    const [path] = localIncludes({ include: local });
    return path !== undefined && names.some((name) => fits(path, name)) ? [] : [said(local)];
  });
}

/** Whether it is Closeout's component. */
export function isOurs(component: unknown): component is string {
  return typeof component === 'string' && /closeout/i.test(component);
}

/** Keys of a pipeline that are no jobs; what begins with a dot is there to be extended only. */
const NO_JOBS = /^(?:\..*|default|include|stages|variables|workflow|image|services|cache|before_script|after_script|spec)$/;

/** A job with all that it extends. */
export interface Job {
  readonly id: string;
  readonly data: Plain;
  /** What it is made of: its own name, and those that it extends. */
  readonly parts: readonly string[];
  /** What it extends and no file here holds. */
  readonly missing: readonly string[];
}

/** GitLab refuses a longer chain. */
const MOST_DEEP = 11;

/** The jobs of a pipeline. Each name is resolved once, so that no chain makes it slow. */
export function jobsOf({ data }: Pipeline): readonly Job[] {
  const known = new Map<string, Job>();
  const resolve = (id: string, deep = 0): Job => {
    const before = known.get(id);
    if (before) return before;
    const own = group(data[id]);
    // one that extends itself ends here
    known.set(id, { id, data: own, parts: [id], missing: [] });
    const parents = deep < MOST_DEEP ? texts(own['extends']) : [];
    const found = parents.filter((name) => Object.hasOwn(data, name)).map((name) => resolve(name, deep + 1));
    const job = {
      id,
      data: [...found.map((each) => each.data), own].reduce(merged),
      parts: [...new Set([id, ...found.flatMap(({ parts }) => parts)])],
      missing: [...new Set([...parents.filter((name) => !Object.hasOwn(data, name)), ...found.flatMap(({ missing }) => missing)])],
    };
    known.set(id, job);
    return job;
  };
  return Object.keys(data)
    .filter((id) => !NO_JOBS.test(id))
    .map((id) => resolve(id));
}

/** Groups of keys become one, key by key; of anything else the later counts. */
function merged(first: Plain, second: Plain): Plain {
  const both = Object.keys(second).filter((key) => isGroup(first[key]) && isGroup(second[key]));
  return { ...first, ...second, ...Object.fromEntries(both.map((key) => [key, merged(group(first[key]), group(second[key]))])) };
}

function isGroup(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
