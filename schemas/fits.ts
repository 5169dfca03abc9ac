// Writes the quick check: whether data fits its schema. It is right when it says yes; of all that it says no to, the validators tell.
// By hand because ajv's code, which can say where and why, takes more than twice as long, and nearly every file fits.

/** The part of JSON Schema that the hand-written schemas use; anything else is an error here. */
interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly pattern?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** A schema with a file of its own. */
export interface FileSchema extends Schema {
  readonly $id: string;
  readonly title: string;
}

/** Keywords that ask for something, by the type that a schema with them names. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  string: ['pattern', 'maxLength', 'format'],
  integer: ['minimum', 'maximum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'patternProperties', 'additionalProperties', 'required', 'minProperties', 'maxProperties'],
};
const WORDS = ['type', '$schema', '$id', '$defs', 'title', 'description', 'tsType'];

/** The kind of file that a schema is for. */
export function nameOf({ $id }: FileSchema): string {
  return $id.replace('.schema.json', '');
}

/** The module's text behind its imports: `fits` has a function for each kind of file. */
export function fitsCode(schemas: readonly FileSchema[], kinds: readonly FileSchema[]): string {
  const code: string[] = [];
  const names = new Map<Schema, string>();
  const patterns = new Map<string, string>();

  /** The function that checks a schema; it is written when it is first asked for. */
  function functionOf(schema: Schema, hint: string, home: FileSchema): string {
    if (schema.$ref !== undefined) return referred(schema, home);
    const known = names.get(schema);
    if (known !== undefined) return known;
    const word = `is_${hint.replace(/\W/g, '_')}`;
    const name = [...names.values()].includes(word) ? `${word}_${names.size}` : word;
    names.set(schema, name);
    const body = schema.type === 'object' ? objectBody(schema, hint, home) : `  return ${test(schema, 'value', hint, home)};`;
    code.push(`function ${name}(value) {\n${body}\n}`);
    return name;
  }

  function referred(schema: Schema, home: FileSchema): string {
    refuseUnknown(schema, ['$ref']);
    const [file = '', name = ''] = String(schema.$ref).split('#/$defs/');
    const holder = file === '' ? home : schemas.find(({ $id }) => $id === file);
    const found = holder?.$defs?.[name];
    if (!holder || !found) throw new Error(`there is no ${schema.$ref}`);
    return functionOf(found, name, holder);
  }

  /** An expression that is true where the value fits. */
  function test(schema: Schema, value: string, hint: string, home: FileSchema): string {
    if (schema.$ref !== undefined || schema.type === 'object') return `${functionOf(schema, hint, home)}(${value})`;
    if (schema.if) return choice(schema, value, hint, home);
    if (schema.enum) {
      refuseUnknown(schema, ['enum']);
      return `(${schema.enum.map((each) => `${value} === ${JSON.stringify(each)}`).join(' || ')})`;
    }
    if (schema.const !== undefined) {
      refuseUnknown(schema, ['const']);
      return `${value} === ${JSON.stringify(schema.const)}`;
    }
    refuseUnknown(schema, KEYWORDS[String(schema.type)] ?? []);
    if (schema.type === 'string') return textTest(schema, value);
    if (schema.type === 'boolean') return `typeof ${value} === 'boolean'`;
    if (schema.type === 'integer') return [`Number.isInteger(${value})`, ...bounds(schema, value, 'minimum', 'maximum')].join(' && ');
    if (schema.type !== 'array') throw new Error(`fits.ts does not know the type of ${hint}`);
    const size = bounds(schema, `${value}.length`, 'minItems', 'maxItems');
    return [`Array.isArray(${value})`, ...size, ...(schema.items ? [`all(${value}, ${functionOf(schema.items, hint, home)})`] : [])].join(' && ');
  }

  /** A condition asks for an object, or for one that has a key. */
  function choice(schema: Schema, value: string, hint: string, home: FileSchema): string {
    refuseUnknown(schema, ['if', 'then', 'else']);
    const { type, required = [], ...rest }: Schema = schema.if ?? {};
    if (type !== 'object' || Object.keys(rest).length > 0 || !schema.then || !schema.else) throw new Error(`a condition in ${hint} that fits.ts does not know`);
    const has = required.map((key) => `${value}[${JSON.stringify(key)}] !== undefined`);
    const condition = [`isGroup(${value})`, ...has].join(' && ');
    return `(${condition} ? ${test(schema.then, value, hint, home)} : ${test(schema.else, value, hint, home)})`;
  }

  function textTest({ maxLength, pattern, format }: Schema, value: string): string {
    const tests = [`typeof ${value} === 'string'`];
    // a text of pairs is shorter than it looks: that is left to the validators
    if (maxLength !== undefined) tests.push(`${value}.length <= ${maxLength}`);
    if (pattern !== undefined) tests.push(`${patternName(pattern)}.test(${value})`);
    if (format !== undefined) tests.push(`formats.${format}(${value})`);
    return tests.join(' && ');
  }

  function patternName(pattern: string): string {
    const name = patterns.get(pattern) ?? `pattern_${patterns.size}`;
    patterns.set(pattern, name);
    return name;
  }

  function objectBody(schema: Schema, hint: string, home: FileSchema): string {
    refuseUnknown(schema, KEYWORDS['object']);
    const { properties = {}, patternProperties = {}, additionalProperties, required = [] } = schema;
    if (additionalProperties === undefined) throw new Error(`${hint} says nothing of other keys`);
    const others = Object.keys(patternProperties);
    // a key for which two schemas ask would have to fit both
    const isTwice = others.some((pattern) => Object.keys(properties).some((key) => new RegExp(pattern, 'u').test(key)));
    if (isTwice || others.length + (additionalProperties ? 1 : 0) > 1) throw new Error(`${hint} asks twice for one key, which fits.ts does not know`);
    const own = Object.entries(properties).map(([key, each]) => {
      const counts = required.includes(key) ? ' needed += 1;' : '';
      return `      case ${JSON.stringify(key)}: if (!(${test(each, 'each', key, home)})) return false;${counts} break;`;
    });
    const tests = Object.entries(patternProperties).map(([pattern, each]) => `${patternName(pattern)}.test(key) && ${test(each, 'each', hint, home)}`);
    if (additionalProperties) tests.push(test(additionalProperties, 'each', hint, home));
    const rest = tests.length > 0 ? `if (!(${tests.join(' || ')})) return false;` : 'return false;';
    const size = bounds(schema, 'count', 'minProperties', 'maxProperties');
    const end = [...size, ...(required.length > 0 ? [`needed === ${required.length}`] : [])].join(' && ') || 'true';
    const lines = [
      '  if (!isGroup(value)) return false;',
      size.length > 0 ? '  let count = 0;' : '',
      required.length > 0 ? '  let needed = 0;' : '',
      '  for (const key in value) {',
      '    const each = value[key];',
      size.length > 0 ? '    count += 1;' : '',
      own.length > 0 ? `    switch (key) {\n${own.join('\n')}\n      default: ${rest}\n    }` : `    ${rest}`,
      '  }',
      `  return ${end};`,
    ];
    return lines.filter(Boolean).join('\n');
  }

  const exported = kinds.map((schema) => `  ${nameOf(schema)}: ${functionOf(schema, nameOf(schema), schema)},`);
  const regexes = [...patterns].map(([pattern, name]) => `const ${name} = new RegExp(${JSON.stringify(pattern)}, 'u');`);
  return [...regexes, HELPERS, ...code, `export const fits = {\n${exported.join('\n')}\n};\n`].join('\n');
}

const HELPERS = `function isGroup(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function all(list, fits) {
  for (let at = 0; at < list.length; at += 1) if (!fits(list[at])) return false;
  return true;
}`;

function bounds(schema: Schema, value: string, least: string, most: string): string[] {
  return [...(least in schema ? [`${value} >= ${schema[least]}`] : []), ...(most in schema ? [`${value} <= ${schema[most]}`] : [])];
}

/** A keyword that is passed over would let through what does not fit. */
function refuseUnknown(schema: Schema, known: readonly string[] = []): void {
  const unknown = Object.keys(schema).filter((keyword) => !WORDS.includes(keyword) && !known.includes(keyword));
  if (unknown.length > 0) throw new Error(`fits.ts does not know what ${unknown.join(', ')} asks for`);
}
