/// <reference types="astro/client" />
// The rules for wording that another organisation may start with; loaded only where it asks for them.
import phrasesSchema from '../../schemas/phrases.schema.json?raw';
import blame from '../../site/content/phrases/blame.yaml?raw';
import drama from '../../site/content/phrases/drama.yaml?raw';
import hedges from '../../site/content/phrases/hedges.yaml?raw';
import jargon from '../../site/content/phrases/jargon.yaml?raw';
import minimising from '../../site/content/phrases/minimising.yaml?raw';
import promises from '../../site/content/phrases/promises.yaml?raw';
import silence from '../../site/content/phrases/silence.yaml?raw';
import unknowns from '../../site/content/phrases/unknowns.yaml?raw';
import userBlame from '../../site/content/phrases/user-blame.yaml?raw';

/** Files by their path in the organisation's repository. */
export const phrases: ReadonlyMap<string, string> = new Map([
  ['site/content/phrases/blame.yaml', blame],
  ['site/content/phrases/drama.yaml', drama],
  ['site/content/phrases/hedges.yaml', hedges],
  ['site/content/phrases/jargon.yaml', jargon],
  ['site/content/phrases/minimising.yaml', minimising],
  ['site/content/phrases/promises.yaml', promises],
  ['site/content/phrases/silence.yaml', silence],
  ['site/content/phrases/unknowns.yaml', unknowns],
  ['site/content/phrases/user-blame.yaml', userBlame],
  ['schemas/phrases.schema.json', phrasesSchema],
]);
