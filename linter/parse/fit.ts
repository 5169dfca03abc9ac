import type { Path } from '../core/text.ts';
import { handed } from './formats.ts';
import type { FileKind } from './shape.ts';
import type { SchemaError } from './told.ts';
import { validators } from './validators.generated.js';

/** Data that fits its schema but for keys that are missing at the top and in a run's project. */
export interface Fitted {
  readonly value: unknown;
  /** Paths of what was left out, their steps joined with `/`. */
  readonly broken: ReadonlySet<string>;
}

/** Leaves out what does not fit, and then its holder where that cannot be without it: no rule ever sees half an answer. */
export function fitted(kind: FileKind, data: unknown): Fitted {
  const value = structuredClone(data);
  const broken = new Set<string>();
  for (let errors = errorsOf(kind, value); errors.length > 0; ) {
    const before = broken.size;
    for (const error of errors) {
      const path = pathOf(error.instancePath, value);
      const missing = error.keyword === 'required' && isLoose(kind, path);
      const unit = missing ? [...path, error.key] : unitOf(kind, leftOut(error, path));
      if (unit.length === 0) return { value: undefined, broken: new Set(['']) };
      broken.add(unit.join('/'));
      remove(value, unit);
    }
    if (broken.size === before) break;
    errors = errorsOf(kind, value);
  }
  return { value, broken };
}

function errorsOf(kind: FileKind, value: unknown): readonly SchemaError[] {
  const validate = validators(handed)[kind];
  // a hole stands for what was left out
  return validate(value)
    ? []
    : (validate.errors ?? []).filter((error) => error.keyword !== 'if' && valueAt(value, pathOf(error.instancePath, value)) !== undefined);
}

/** Keys of these may be missing in a typed document. */
function isLoose(kind: FileKind, path: Path): boolean {
  return kind !== 'people' && kind !== 'customers' && (path.length === 0 || (kind === 'run' && path.length === 1 && path[0] === 'project'));
}

function leftOut(error: SchemaError, path: Path): Path {
  return error.keyword === 'additionalProperties' ? [...path, error.key] : path;
}

/** The smallest part around a path that can be left out: an answer or a sign-off goes as a whole, and holes stand only in the lists that rules know to have them. */
function unitOf(kind: FileKind, path: Path): Path {
  const whole = kind === 'run' ? ['answers', 'settled'] : kind === 'checklist' ? ['signoffs'] : [];
  if (whole.includes(String(path[0]))) return path.slice(0, 2);
  const index = path.findIndex((step, at) => typeof step === 'number' && !mayHaveHoles(path.slice(0, at)));
  return index === -1 ? path : path.slice(0, index);
}

function mayHaveHoles(list: Path): boolean {
  if (list.length <= 1) return true;
  return (list.length === 2 && list[0] === 'project') || (list.length === 3 && list[0] === 'sections' && list[2] === 'items');
}

function remove(data: unknown, path: Path): void {
  const holder = valueAt(data, path.slice(0, -1)) as Record<string | number, unknown> | undefined;
  const last = path.at(-1);
  if (!holder || last === undefined) return;
  if (Array.isArray(holder)) holder[last as number] = undefined;
  else delete holder[last];
}

/** The steps of a JSON pointer into data: in lists they are numbers. */
export function pathOf(pointer: string, data: unknown): Path {
  const path: (string | number)[] = [];
  let value = data;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(name) : name);
    value = (value as Record<string, unknown> | undefined)?.[name];
  }
  return path;
}

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined | null)?.[step], data);
}
