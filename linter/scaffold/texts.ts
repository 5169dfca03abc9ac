import { inline } from '../edit/render.ts';

/** What an organisation says of itself when it starts. */
export interface Started {
  readonly organisation: string;
  readonly zone: string;
  /** Address of the repository; empty where there is none yet. */
  readonly repository: string;
  readonly person: string;
  readonly id: string;
  readonly roles: readonly string[];
  /** The person's account at the forge; may be empty. */
  readonly account: string;
  readonly customer: string;
  readonly customerId: string;
  readonly today: string;
}

/** The text of closeout.config.yaml. */
export function configText({ organisation, zone, repository }: Pick<Started, 'organisation' | 'zone' | 'repository'>): string {
  return [
    '# yaml-language-server: $schema=schemas/config.schema.json\n',
    `organisation: ${inline(organisation)}\n`,
    `zone: ${inline(zone)}\n`,
    repository ? `repository: ${inline(repository)}\n` : '',
    '\n# sealed: a signature has to fit what it signs. approved: its person must also have approved the pull request.\n',
    'assurance: { closing: sealed }\n',
    '\n# Where the site stands, if you build it: findings then name the pages of their rules there.\n',
    '# site: https://closeout.example\n',
  ].join('');
}

/** The text of records/people.yaml with the one person who is known. */
export function peopleText({ id, person, roles, account, today }: Pick<Started, 'id' | 'person' | 'roles' | 'account' | 'today'>): string {
  return [
    '# yaml-language-server: $schema=../schemas/people.schema.json\n',
    '# Everybody whom a run names: who leads, who supports, who approves a waiver. A role that has ended gets a `to:` day.\n',
    `- id: ${inline(id)}\n  name: ${inline(person)}\n  roles:\n`,
    ...roles.map((role) => `    - { role: ${inline(role)}, from: ${today} }\n`),
    account ? `  account: ${inline(account)}\n` : '',
    '\n# Support signs for itself, so a project needs at least two of you. Take the # away for the next one:\n',
    `# - id: sam\n#   name: Sam Example\n#   roles:\n#     - { role: support, from: ${today} }\n#   phone: "+1 555 0100"\n`,
  ].join('');
}

/** The text of records/customers.yaml with a first customer. */
export function customersText({ customer, customerId, zone }: Pick<Started, 'customer' | 'customerId' | 'zone'>): string {
  return [
    '# yaml-language-server: $schema=../schemas/customers.schema.json\n',
    `- id: ${inline(customerId)}\n  name: ${inline(customer)}\n`,
    '  # aliases: [NWT]\n',
    '  # contacts: [{ name: Maria Example, role: Office manager }]\n',
    `  # sites: [{ id: main-street, name: Main Street, zone: ${inline(zone)} }]\n`,
  ].join('');
}

export const attributes = '# What is signed is bytes: evidence is never converted.\nrecords/**/evidence/** -text\n';

/** The example of code owners, to be filled in: each line sleeps until somebody puts a team in. */
export function codeownersText(example: string, own: '.github' | '.gitlab'): string {
  const lines = example.split('\n').filter((line) => !line.startsWith('/linter/'));
  const body = lines
    .slice(lines.indexOf(''))
    // GitLab reads what it runs from a file outside its folder
    .flatMap((line) => (own === '.gitlab' && line.startsWith('/.github/') ? [line.replace('/.github/      ', '/.gitlab-ci.yml'), line] : [line]))
    .map((line) => (line.startsWith('/') ? `# ${line.replace('/.github/', `/${own}/`).replaceAll(/@[\w-]+\//g, '@your-org/')}` : line));
  const asks = own === '.github' ? '"Require review from Code Owners"' : '"Require approval from code owners"';
  return `# Put your own teams in and take the # in front of the lines away. With ${asks} on the main branch,\n# only support may approve a change to what is support's. The last line that matches counts.\n${body.join('\n')}`;
}

/** The job of a GitLab component as a file of its own: each input has its default. */
export function jobOf(component: string): string {
  const at = component.indexOf('---\n');
  const inputs = component.slice(0, at);
  return component.slice(at + '---\n'.length).replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_whole, input: string) => {
    const value = new RegExp(`^ {4}${input}:\\n(?: {6}.*\\n)*? {6}default: "?([^"\\n]*)"?$`, 'm').exec(inputs)?.[1];
    if (value === undefined) throw new Error(`the component has no default for ${input}`);
    return value;
  });
}
