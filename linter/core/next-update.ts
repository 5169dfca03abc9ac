const WHEN = '(<time>|<duration>|<unfilled>)';
const PROMPT = '(by|at|before|within|in|every|until|than|around|on) [the] [about]';
const TELL = '(update*|tell|call|phone|ring|mail|email|e-mail|write|text|message|report|contact|inform|post|send|notify|hear|know|touch|word|news|answer)';
/**
 * Patterns of which a sentence holds one that says when the next word comes. A time that is not filled in counts: it is told as what it is.
 * What has begun at 9 am says nothing of the next word: these look for what will be, or for somebody who is told.
 */
export const TOLD: readonly string[] = [
  `(will|shall|we'll|i'll|you'll|expect) [*] [*] [*] ${TELL} ... ${PROMPT} ${WHEN}`,
  `(update|tell|call|phone|ring|mail|email|e-mail|write|text|message|report|contact|inform|post|send|notify|back) [to|back] (you|him|her|them|everybody|everyone|all|again) ... ${PROMPT} ${WHEN}`,
  `(you|everybody|everyone) (posted|updated|informed|know|hear|have) ... ${PROMPT} ${WHEN}`,
  `(hear [*] from (us|me)|in touch|in contact|report back|back with) ... ${PROMPT} ${WHEN}`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} ... (will|shall|we'll|i'll|you'll) [*] [*] ${TELL}`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} (we|i|you) [*] ${TELL} [to|an] (you|again|from|more|back|update)`,
  `(by|at|before|within|in|every|on|until) [the] ${WHEN} and [will] ${TELL} [to] (you|again)`,
  `next (update|word|message|call|mail|e-mail|email|news) ... ${WHEN}`,
  `(update|updates|word|news|more) [*] [*] (by|before|within|until|every|than) [the] ${WHEN}`,
  `^ [an] (update|updates|word|news|more) [*] [*] [*] ${PROMPT} ${WHEN}`,
];

const UNITS: readonly (readonly [pattern: RegExp, minutes: number])[] = [
  [/\bmin(ute)?s?\b/i, 1],
  [/\b(hours?|hrs?)\b/i, 60],
  [/\bdays?\b/i, 1440],
  [/\bweeks?\b/i, 10080],
];
const NUMBERS: Readonly<Record<string, number>> = {
  half: 0.5,
  an: 1,
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  few: 3,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
};

/** Minutes of the duration in a few words such as "within 4 hours"; undefined where there is none. */
export function minutesOf(text: string): number | undefined {
  const [unit, minutes] = UNITS.find(([pattern]) => pattern.test(text)) ?? [];
  if (unit === undefined || minutes === undefined) return undefined;
  // the number that stands next to the unit: "a call in two hours", "a couple of hours"; "half an hour" is less than one
  const words =
    text
      .slice(0, text.search(unit))
      .toLowerCase()
      .match(/\d+|[a-z]+(?:-[a-z]+)?/g) ?? [];
  const number = /\bhalf an? *$/.test(words.slice(-2).join(' ')) ? 'half' : words.findLast((each) => /^\d/.test(each) || Object.hasOwn(NUMBERS, each));
  return (number === undefined ? 1 : (NUMBERS[number] ?? Number(number))) * minutes;
}
