const MOST_CHARACTERS = 300;

/** Whether a pattern of a code owners file covers a path: as in .gitignore, but what ends with a star does not reach into folders. */
export function covers(pattern: string, path: string): boolean {
  const written = pattern.slice(0, MOST_CHARACTERS);
  const inner = written.replace(/^\//, '').replace(/\/$/, '');
  const whole = written.startsWith('/') || inner.includes('/') ? inner : `**/${inner}`;
  if (written.endsWith('/')) return matches(`${whole}/**`, path);
  return matches(whole, path) || (!inner.includes('*', inner.lastIndexOf('/') + 1) && matches(`${whole}/**`, path));
}

const MOST_PATTERNS = 200;

/** Whether the last pattern that fits a name takes it in; `!` in front takes it out. Undefined where the list holds more than stars, or is too long. */
export function picks(patterns: readonly string[], name: string): boolean | undefined {
  if (patterns.length > MOST_PATTERNS || patterns.some((each) => each.length > MOST_CHARACTERS || /[?+[\]{}()\\$]/.test(each))) return undefined;
  const last = patterns.findLast((each) => matches(each.replace(/^!/, ''), name));
  return last !== undefined && !last.startsWith('!');
}

/** Keeps all places of the pattern that the path may have come to: no pattern makes it slow. */
function matches(pattern: string, path: string): boolean {
  const tokens = pattern.match(/\*\*\/|\*+|\\.|[\s\S]/g) ?? [];
  let places = new Set<number>();
  /** Where stars stand they may stand for nothing. */
  const arrive = (into: Set<number>, place: number): void => {
    into.add(place);
    if (tokens[place]?.startsWith('*')) arrive(into, place + 1);
  };
  arrive(places, 0);
  for (const character of path) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token === undefined) continue;
      if (token === '**/') {
        next.add(place);
        if (character === '/') arrive(next, place + 1);
      } else if (token.startsWith('*')) {
        if (character !== '/' || token.length > 1) arrive(next, place);
      } else if (token === '?' ? character !== '/' : token.replace(/^\\(?=.)/, '') === character) arrive(next, place + 1);
    }
    places = next;
  }
  return places.has(tokens.length);
}
