// Turns the hand-written schemas into what the linter runs: validators without eval, and types. Writes the editors' schemas of the releases anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { _, Ajv, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { type Release, releaseOf } from '../linter/core/checklist.ts';
import { isDay } from '../linter/core/dates.ts';
import { editorSchemaText } from '../linter/core/editor-schema.ts';
import type { Config } from '../linter/core/types.generated.ts';
import { readYaml } from '../linter/parse/yaml.ts';
import { type FileSchema, fitsCode, nameOf } from './fits.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const linter = fileURLToPath(new URL('../linter/', import.meta.url));
const BANNER = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';
const SHARED = 'shared.schema.json';

/** What the generated files should hold, by path; a test compares it with what they do hold. */
export async function generate(): Promise<Map<string, string>> {
  const schemas = readdirSync(here)
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(here + name, 'utf8')) as FileSchema)
    .map((schema) => ({ ...without(schema, (key) => EDITOR_WORDS.has(key)), title: schema.title }));
  const kinds = schemas.filter((schema) => schema.$id !== SHARED);
  return new Map([
    [`${linter}parse/validators.generated.js`, validators(schemas, kinds)],
    [`${linter}parse/validators.generated.d.ts`, declarations(kinds)],
    ...fits('fits-runs', schemas, kinds.filter(isOfRun)),
    ...fits(
      'fits-others',
      schemas,
      kinds.filter((kind) => !isOfRun(kind)),
    ),
    [`${linter}core/types.generated.ts`, await types(schemas, kinds)],
    ...forEditors(),
  ]);
}

/** A lint of runs reads the quick check of their files alone. */
function isOfRun(kind: FileSchema): boolean {
  return ['run', 'signoff'].includes(nameOf(kind));
}

function fits(file: string, schemas: readonly FileSchema[], kinds: readonly FileSchema[]): [string, string][] {
  const names = kinds.map((kind) => `'${nameOf(kind)}'`).join(' | ');
  const code = fitsCode(schemas, kinds);
  const imports = code.includes('formats.') ? "import * as formats from './formats.ts';\n" : '';
  return [
    [`${linter}parse/${file}.generated.js`, `${BANNER}${imports}${code}`],
    [`${linter}parse/${file}.generated.d.ts`, `${BANNER}export const fits: Readonly<Record<${names}, (data: unknown) => boolean>>;\n`],
  ];
}

/** Editors' schemas are no part of what a release froze: what is known of it today is put into words as of today. */
function forEditors(): [string, string][] {
  const folder = fileURLToPath(new URL('../checklists/releases/', import.meta.url));
  const config = readYaml(readFileSync(new URL('../closeout.config.yaml', import.meta.url), 'utf8')).data as Config;
  const site = config.site?.replace(/\/+$/, '');
  const releases = readdirSync(folder).map((name) => releaseOf(readYaml(readFileSync(folder + name, 'utf8')).data as Release['data']));
  return releases.map((release) => [`${here}runs/${release.id}@${release.version}.schema.json`, editorSchemaText(release, site)]);
}

/** Keywords that editors alone read: https://code.visualstudio.com/docs/languages/json#_offering-descriptive-help */
const EDITOR_WORDS = new Set(['title', 'enumDescriptions', 'errorMessage', 'defaultSnippets']);
// here the keys are names of the file, not keywords
const NAMES = new Set(['properties', 'patternProperties', '$defs']);

/** What code and errors read nothing of. Only a text's description is said, and each reference has code of its own. */
const UNSAID = new Set(['$schema', '$id', '$defs', '$ref', 'title']);

function isUnsaid(key: string, schema: Schema): boolean {
  return UNSAID.has(key) || (key === 'description' && schema['type'] !== 'string') || (key === 'additionalProperties' && schema[key] === false);
}

type Schema = Readonly<Record<string, unknown>>;

/** A schema, and all in it, without some keywords. */
function without<Value>(value: Value, isLeftOut: (key: string, schema: Schema) => boolean, isNames = false): Value {
  if (Array.isArray(value)) return value.map((each) => without(each, isLeftOut)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !isLeftOut(key, value as Schema));
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each, isLeftOut, !isNames && NAMES.has(key))])) as Value;
}

function validators(schemas: FileSchema[], kinds: FileSchema[]): string {
  const options: Options = { strict: true, strictRequired: false, strictTypes: false, keywords: ['tsType'], formats: { date: isDay } };
  const full = new Ajv2020({ ...options, schemas });
  for (const { $id } of kinds) if (!full.getSchema($id)) throw new Error(`${$id} is not a schema of JSON Schema 2020-12`);
  // Code for dynamic references and unevaluated keys, which the schemas do not use, makes each call slower: the plain class leaves it out.
  const ajv = new Ajv({
    ...options,
    validateSchema: false,
    allErrors: true,
    ownProperties: true,
    // what several schemas refer to is code once, and a loop is shorter than a line for each key
    inlineRefs: false,
    loopRequired: 1,
    // errors carry their schema: its description is what the linter says, its properties are the known keys
    verbose: true,
    messages: false,
    code: { source: true, esm: true, formats: _`require("./formats.ts")` },
    schemas,
  });
  const code = standaloneCode.default(ajv, Object.fromEntries(kinds.map((schema) => [nameOf(schema), schema.$id])));
  // ajv writes require() even for ESM: https://github.com/ajv-validator/ajv/issues/2209
  const body = code
    .replace(/const (\w+) = require\("ajv\/dist\/runtime\/ucs2length"\)\.default;/g, 'const $1 = codePoints;')
    .replace(/require\("\.\/formats\.ts"\)/g, 'formats')
    // ajv copies all errors each time one is added: with a hundred thousand of them that takes minutes
    // three quarters of the code would be objects of what nobody reads: an error keeps what `SchemaError` names
    .replace(ERROR, (_, __, path = 'instancePath', keyword, key, schema) => {
      const told = [path, `"${keyword}"`, schema, ...(key ? [key] : [])];
      return `vErrors = told(vErrors,${told.join()});errors++;`;
    })
    // a quarter of the rest would be what nobody reads of schemas, and one question that is asked of each key
    .replace(SCHEMA, (_, name, schema) => `const ${name} = ${JSON.stringify(without(JSON.parse(schema), isUnsaid))};`)
    .replace(/(data\d*)(?:\.\w+|\["[^"]*"\]) !== undefined && func\d+\.call\(\1, ("[^"]*")\)/g, 'has($1, $2)')
    // a check needs no more of its holder than where it stands, and nearly every key and text is settled by one look
    .replace(/\{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}/g, 'instancePath=""')
    .replace(/\{instancePath(?::([^{}]*?))?,parentData:?[^{}]*?,rootData\}/g, (_, path?: string) => path ?? 'instancePath')
    .replace(/(\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g, 'step($1)')
    .replace(/\b(func\d+)\((data\d*)\) > (\d+)/g, '$2.length > $3 && $1($2) > $3')
    .replace(/vErrors === null \? (\w+)\.errors : vErrors\.concat\(\1\.errors\)/g, 'joined(vErrors, $1.errors)');
  if (body.includes('.concat(')) throw new Error('ajv joins errors in a way that generate.ts does not know');
  if (/parentData\b|"~0"/.test(body)) throw new Error('ajv says where a value stands in a way that generate.ts does not know');
  if (body.includes('"$ref"')) throw new Error('ajv writes schemas in a way that generate.ts does not know');
  if (body.includes('schemaPath:')) throw new Error('ajv makes errors in a way that generate.ts does not know');
  if (body.includes('require(')) throw new Error('ajv wrote a require() that generate.ts does not know how to rewrite');
  const own = body.replace(/"use strict";|export (?=const )/g, '');
  if (own.includes('export ')) throw new Error('ajv exports in a way that generate.ts does not know');
  return `${BANNER}import { codePoints, has, joined, step, told } from './told.ts';
let made;
export function validators(formats) {
  made ??= make(formats);
  return made;
}
function make(formats) {
${own}
return { ${kinds.map(nameOf).join(', ')} };
}
`;
}

/** How ajv makes an error: where, keyword, parameters and schema are what counts. */
const ERROR =
  /const (err\d+) = \{instancePath(?::((?:(?!,schemaPath:).)*))?,schemaPath:"(?:[^"\\]|\\.)*",keyword:"(\w+)",params:(?:\{(?:missing|additional)Property: (\w+)\}|(?:(?!,schema:).)*),schema:(?:(?!,parentSchema:).)*,parentSchema:((?:(?!,data[:}]).)*),data(?::\w+)?\};if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g;

/** How ajv writes a schema that its code or an error refers to. */
const SCHEMA = /const (schema\d+) = (\{(?:[^";]|"(?:[^"\\]|\\.)*")*\});/g;

function declarations(kinds: FileSchema[]): string {
  const lines = kinds.map((schema) => `  readonly ${nameOf(schema)}: Validate;`);
  return `${BANNER}import type { handed } from './formats.ts';\nimport type { SchemaError } from './told.ts';\n\ninterface Validate {\n  (data: unknown): boolean;\n  errors?: SchemaError[] | null;\n}\n\n/** Made on the first call, for they are asked only of what does not fit. What they need is handed in: with nothing else to import, they and told.ts are a part of the program that is loaded on its own. */\nexport function validators(own: typeof handed): {\n${lines.join('\n')}\n};\n`;
}

async function types(schemas: FileSchema[], kinds: FileSchema[]): Promise<string> {
  const shared = schemas.find((schema) => schema.$id === SHARED);
  const flat = {
    title: 'Files',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(kinds.map((schema) => [nameOf(schema), { $ref: `#/$defs/${schema.title}` }])),
    required: kinds.map(nameOf),
    $defs: { ...shared?.$defs, ...Object.assign({}, ...kinds.map((schema) => ({ [schema.title]: withoutDefs(schema), ...schema.$defs }))) },
  };
  const text = JSON.stringify(flat).replaceAll(`${SHARED}#/$defs/`, '#/$defs/');
  const source = await compile(JSON.parse(text), 'Files', {
    bannerComment: BANNER.trim(),
    additionalProperties: false,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 140 },
  });
  return source.replace(/^\s*\/\*\*\n(?:\s*\*[^\n]*\n)*?\s*\* This interface was referenced by[\s\S]*?\*\/\n/gm, '');
}

function withoutDefs({ $defs: _defs, $id: _id, ...rest }: FileSchema): unknown {
  return { ...rest, $schema: undefined };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of await generate()) writeFileSync(path, text);
}
