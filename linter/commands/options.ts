import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { nearest } from '../core/suggest.ts';
import { Usage } from '../organisation/failure.ts';

/** Options and positionals of a command line; throws Usage with a hint for what is not known. */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T, command: string): Read<T> {
  // paths alone, as in most calls: Node's reader takes longer to load than they need
  if (args.every((each) => !each.startsWith('-'))) return { values: {}, positionals: [...args] } as Read<T>;
  try {
    return read(args, options);
  } catch (error) {
    throw new Usage(`${wordsOf(error as Error, Object.keys(options))} See closeout ${command} --help.`);
  }
}

type Read<T extends ParseArgsOptionsConfig> = ReturnType<typeof read<T>>;

function read<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  return parseArgs({ args: [...args], options: { ...options, help: { type: 'boolean', short: 'h' } }, allowPositionals: true, strict: true });
}

function wordsOf(error: Error, known: readonly string[]): string {
  const name = /'(?:-\w, )?--?([\w-]+)/.exec(error.message)?.[1];
  if (!error.message.startsWith('Unknown option')) return `${error.message.split(/\.(\s|$)/)[0]}.`;
  const suggestion = name && nearest(name, known);
  return `There is no option --${name}.${suggestion ? ` Did you mean --${suggestion}?` : ''}`;
}

/** One of a list; throws Usage that names the list. */
export function oneOf<T extends string>(option: string, value: string | undefined, known: readonly T[]): T | undefined {
  if (value === undefined || (known as readonly string[]).includes(value)) return value as T | undefined;
  const suggestion = nearest(value, known);
  throw new Usage(`--${option} takes ${known.join(', ')}, not "${value}".${suggestion ? ` Did you mean ${suggestion}?` : ''}`);
}
