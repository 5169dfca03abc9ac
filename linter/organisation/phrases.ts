import type { PhrasesDocument } from '../core/documents.ts';
import type { PhraseRule, Phrases } from '../core/types.generated.ts';
import type { Source } from '../parse/file.ts';
import type { Library } from './library.ts';

const FOLDER = 'site/content/phrases';

/** The phrase rules of an organisation, file by file, as far as they fit their schema. */
export function phraseGroups({ tree, parsed }: Library): readonly { readonly file: string; readonly data: PhrasesDocument['data'] }[] {
  return yamlIn(tree.list(FOLDER), FOLDER).map((file) => ({ file, data: (parsed(file)?.value ?? {}) as PhrasesDocument['data'] }));
}

/** The files of the phrase rules as they were found; undefined where one of them could not be read. */
export function phraseSources({ tree }: Library): readonly Source[] | undefined {
  const sources = yamlIn(tree.list(FOLDER), FOLDER).flatMap((file) => tree.read(file) ?? []);
  return sources.some(({ problem }) => problem) ? undefined : sources;
}

/** The YAML files that lie in a folder itself. */
export function yamlIn(files: readonly string[], folder: string): readonly string[] {
  return files.filter((file) => file.endsWith('.yaml') && file.lastIndexOf('/') === folder.length && !file.endsWith('/.yaml'));
}

/** One phrase rule, with the group that it stands in. */
export interface PhraseFacts {
  readonly rule: PhraseRule;
  readonly group: Pick<Phrases, 'id' | 'title' | 'why'>;
}

/** Every whole phrase rule of an organisation; of two with one id the first. */
export function phraseFacts(library: Library): readonly PhraseFacts[] {
  const found = new Map<string, PhraseFacts>();
  for (const { file, data } of phraseGroups(library)) {
    const id = data.id ?? file.slice(FOLDER.length + 1).replace(/\.yaml$/, '');
    const group = { id, title: data.title ?? id, why: data.why ?? '' };
    for (const rule of data.rules ?? []) if (isWhole(rule) && !found.has(rule.id)) found.set(rule.id, { rule, group });
  }
  return [...found.values()];
}

/** What did not fit the schema was left out of the rule. */
function isWhole(rule: Partial<PhraseRule> | undefined): rule is PhraseRule {
  return Boolean(rule?.id && rule.title && rule.say && rule.why && rule.severity && rule.audience && rule.flag && rule.pass);
}
