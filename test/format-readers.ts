import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { SaxesParser } from 'saxes';
import { unified } from 'unified';
import { isDay } from '../linter/engine.ts';
import { repository } from './organisation.ts';

function schema(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(repository, file), 'utf8')) as Record<string, unknown>;
}

/** What of a JSON text does not fit. */
function faultsBy(validate: ValidateFunction): (text: string) => readonly string[] {
  return (text) => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${instancePath} ${message}`));
}

const formats = {
  date: isDay,
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
};

// draft 4, which ajv no longer reads: of what it has, only the names of these two keys differ here
const { id: _id, $schema: _draft, ...sarifSchema } = schema('test/schemas/sarif-2.1.0-rtm.5.schema.json');

/** By the schema of SARIF 2.1.0. */
export const sarifFaults = faultsBy(new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(sarifSchema));
export const gitlabFaults = faultsBy(new Ajv2020({ formats }).compile(schema('test/schemas/gitlab-code-quality.schema.json')));
export const lintJsonFaults = faultsBy(new Ajv2020({ strictTypes: false, formats }).compile(schema('schemas/published/lint.schema.json')));

/** An element of XML: its text is that of the element alone. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads XML strictly; throws at what is not well formed, and at what only a document type could mean. */
export function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: false });
  const refuse = (what: string) => () => {
    throw new Error(`there is ${what}`);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on('cdata', refuse('a CDATA section'));
  parser.on('comment', refuse('a comment'));
  parser.on('doctype', refuse('a document type'));
  parser.on('processinginstruction', refuse('a processing instruction'));
  parser.write(text).close();
  return root.children[0] ?? root;
}

// what Jenkins' junit-10.xsd allows, of what we use: the attributes that must be and may be there, and what may stand inside
const JUNIT: Readonly<Record<string, { must: readonly string[]; may: readonly string[]; inside: readonly string[] }>> = {
  testsuites: { must: [], may: ['name', 'time', 'tests', 'failures', 'errors'], inside: ['testsuite'] },
  testsuite: {
    must: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'time', 'timestamp', 'file', 'url', 'id'],
    inside: ['testcase', 'properties', 'system-out', 'system-err'],
  },
  testcase: { must: ['name'], may: ['classname', 'time', 'group'], inside: ['skipped', 'error', 'failure', 'system-out', 'system-err'] },
  failure: { must: [], may: ['type', 'message'], inside: [] },
  error: { must: [], may: ['type', 'message'], inside: [] },
  'system-out': { must: [], may: [], inside: [] },
};

/** What of JUnit's XML Jenkins would not take, and counts that are not those of the cases. */
export function junitFaults(text: string): readonly string[] {
  const root = readXml(text);
  return [...(root.name === 'testsuites' ? [] : [`the root is ${root.name}`]), ...elementFaults(root), ...countFaults(root)];
}

function elementFaults({ name, attributes, children }: Element): string[] {
  const rule = JUNIT[name];
  if (!rule) return [`there is no element ${name}`];
  const known = [...rule.must, ...rule.may];
  return [
    ...rule.must.filter((each) => !(each in attributes)).map((each) => `${name} lacks ${each}`),
    ...Object.keys(attributes).flatMap((each) => (known.includes(each) ? [] : [`${name} has ${each}`])),
    ...children.flatMap((child) => (rule.inside.includes(child.name) ? elementFaults(child) : [`${child.name} in ${name}`])),
  ];
}

function countFaults(root: Element): string[] {
  return [root, ...root.children].flatMap((element) => {
    const cases = casesIn(element);
    const number = (name: string): number => cases.filter((each) => each.children.some((child) => child.name === name)).length;
    const right = { tests: cases.length, failures: number('failure'), errors: number('error') };
    return Object.entries(right).flatMap(([key, count]) =>
      element.attributes[key] === String(count) ? [] : [`${element.attributes['name']}: ${key} is not ${count}`],
    );
  });
}

/** The test cases in an element, at any depth. */
export function casesIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (child.name === 'testcase' ? [child] : casesIn(child)));
}

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** All nodes of a Markdown text, as GitHub's dialect has it. */
export function markdownNodes(text: string): readonly Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)];
  return all(unified().use(remarkParse).use(remarkGfm).parse(text) as Node);
}

/** What the tests look at of a run of SARIF. */
export interface Sarif {
  readonly tool: {
    readonly driver: {
      readonly semanticVersion?: string;
      readonly rules: readonly { id: string; helpUri?: string; help: { text: string }; defaultConfiguration: { level: string } }[];
    };
  };
  readonly invocations: readonly [{ executionSuccessful: boolean; toolExecutionNotifications?: readonly { level: string; message: { text: string } }[] }];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly locations: readonly [{ physicalLocation: { artifactLocation: { uri: string }; region: Readonly<Record<string, number>> } }];
    readonly partialFingerprints: { readonly primaryLocationLineHash: string };
    readonly suppressions?: readonly { kind: string; justification: string }[];
    readonly fixes?: readonly [{ artifactChanges: readonly [{ replacements: readonly [{ deletedRegion: object; insertedContent: { text: string } }] }] }];
  }[];
}
