// The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#1032-tag-resolution). Written here because js-yaml resolves
// scalars only while it builds values, and it builds no positions.
const NULL = /^(?:|~|null|Null|NULL)$/;
const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a plain (unquoted) scalar means: null, boolean, number or the text itself. */
export function plainScalar(text: string): null | boolean | number | string {
  const first = text.charCodeAt(0);
  if (first <= 0x39) return numberOr(text);
  // most scalars are words: their first letter settles what they cannot be, as a capital and a small one
  switch (first | 0x20) {
    case 0x66:
      return FALSE.test(text) ? false : text;
    case 0x74:
      return TRUE.test(text) || text;
    case 0x6e:
    case 0x7e:
    case 0x20:
      return NULL.test(text) ? null : text;
    default:
      return text;
  }
}

/** So many digits may make a number that is too large for one. */
const MANY = 300;

function numberOr(text: string): number | string {
  // most are counts and days, told without a pattern: a minus stands at the beginning of a number, or of its exponent
  if (text.length < MANY && isDigits(text)) return Number(text);
  const minus = text.indexOf('-', 1);
  if (minus !== -1 && (text.charCodeAt(minus - 1) | 0x20) !== 0x65) return text;
  if (!INTEGER.test(text) && !FLOAT.test(text)) return text;
  const number = floatOf(text);
  // 1e400 is too large for a number: js-yaml leaves it a text
  return Number.isFinite(number) || /[fn]$/i.test(text) ? number : text;
}

function isDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 0x30 || text.charCodeAt(at) > 0x39) return false;
  return text !== '';
}

function floatOf(text: string): number {
  const lower = text.toLowerCase();
  if (lower.endsWith('.nan')) return Number.NaN;
  if (lower.endsWith('.inf')) return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}
