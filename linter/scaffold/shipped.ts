/// <reference types="astro/client" />
// Files of this repository that another organisation starts with: the build packs their text into the program.
import checklist from '../../checklists/project-closeout.yaml?raw';
import codeowners from '../../examples/CODEOWNERS?raw';
import github from '../../examples/github.yml?raw';
import githubDaily from '../../examples/github-daily.yml?raw';
import checklistSchema from '../../schemas/checklist.schema.json?raw';
import configSchema from '../../schemas/config.schema.json?raw';
import customersSchema from '../../schemas/customers.schema.json?raw';
import peopleSchema from '../../schemas/people.schema.json?raw';
import runSchema from '../../schemas/run.schema.json?raw';
import sharedSchema from '../../schemas/shared.schema.json?raw';
import signoffSchema from '../../schemas/signoff.schema.json?raw';
import walkthroughSchema from '../../schemas/walkthrough.schema.json?raw';
import gitlab from '../../templates/closeout.yml?raw';

export { checklist, codeowners, github, githubDaily, gitlab };

/** Editors complete and check by these; the linter brings its own. */
export const schemas: ReadonlyMap<string, string> = new Map([
  ['schemas/checklist.schema.json', checklistSchema],
  ['schemas/config.schema.json', configSchema],
  ['schemas/customers.schema.json', customersSchema],
  ['schemas/people.schema.json', peopleSchema],
  ['schemas/run.schema.json', runSchema],
  ['schemas/shared.schema.json', sharedSchema],
  ['schemas/signoff.schema.json', signoffSchema],
  ['schemas/walkthrough.schema.json', walkthroughSchema],
]);
