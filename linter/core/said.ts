import { isPlainAscii } from './ascii.ts';

/** Words that claim, point elsewhere or hold a place. What another language has besides these few passes: nobody is refused for a word we do not know. */
const EMPTY_WORDS = new Set(
  // one text is cut into words faster than ten
  [
    'ok okay oke k y yes yep yeah yup no nope n na sure',
    'done complete completed finished closed resolved fixed sorted solved set ready passed working works',
    'test tested checked verified confirmed reviewed validated seen approved good fine great perfect correct',
    'not still yet open wip tba tbd tbc will to do did be determined follow follows next week tomorrow today',
    'see as per above below before previously discussed agreed said mentioned noted same ditto idem attached ticket',
    'it s is a was has been have all everything that this the and already now up running later soon pending unknown',
    'asdf qwerty foo bar blah note text evidence proof',
    'ja oui si sí da nein non erledigt fertig geprüft fait vérifié hecho listo fatto klaar gedaan feito',
    'siehe oben wie besprochen voir ci dessus ver arriba vedi sopra zie boven',
  ]
    .join(' ')
    .split(' '),
);

/** No longer text is made of nothing but such words. */
const MOST_CHARACTERS = 200;

/** A word at the beginning, of three letters or more: most texts are told by it at once. */
const FIRST_WORD = /^[a-z]{3,}(?=[\s.,:/-]|$)/;

/** Whether a text names nothing that somebody could look at later: one character, punctuation, one letter over and over, "done", "see above". */
export function saysNothing(text: string): boolean {
  const first = FIRST_WORD.exec(text.slice(0, 40).toLowerCase())?.[0];
  if (first && first !== first.charAt(0).repeat(first.length) && !EMPTY_WORDS.has(first)) return false;
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return false;
  const words = wordsOf(trimmed);
  const characters = [...words.join('')];
  if (characters.length < 2 || words.every((word) => EMPTY_WORDS.has(word))) return true;
  return new Set(characters).size === 1 && /\p{L}/u.test(trimmed);
}

/** Answers to "does it apply?", not to "why?". */
const NO_REASON = [
  ...['none', 'nothing', 'does not apply', "doesn't apply", 'not in use', 'no applicable', 'not applicable'],
  ...['no needed', 'not needed', 'no required', 'not required', 'no relevant', 'not relevant'],
];

/** Whether a text gives no reason; one of fewer than `least` characters is too short to. */
export function explainsNothing(text: string, least: number): boolean {
  const trimmed = text.trim();
  return (trimmed.length < least && lengthOf(trimmed) < least) || NO_REASON.includes(withoutStops(trimmed.toLowerCase())) || saysNothing(trimmed);
}

/** A sentence without what ends it. */
function withoutStops(sentence: string): string {
  let end = sentence.length;
  while (sentence[end - 1] === '.' || sentence[end - 1] === '!') end -= 1;
  return sentence.slice(0, end);
}

/** Whether two texts that begin with the same letter are the same words. */
export function sameWords(a: string, b: string): boolean {
  if (a.charAt(0).toLowerCase() !== b.charAt(0).toLowerCase()) return false;
  return wordsOf(a).join(' ') === wordsOf(b).join(' ');
}

function wordsOf(text: string): readonly string[] {
  const lower = text.toLowerCase();
  // letters of full width and in circles are letters too
  return isPlainAscii(lower) ? (lower.match(/[a-z0-9]+/g) ?? []) : (lower.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

/** Characters, as far as they say something: one of Chinese, Japanese or Korean says as much as three others. */
function lengthOf(text: string): number {
  return text.replaceAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, '...').length;
}
