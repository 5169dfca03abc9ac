import { createHash } from 'node:crypto';

const INLINE = /<script(?![^>]*\ssrc[\s=])([^>]*)>([\s\S]*?)<\/script>/g;
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;
/** Scripts that are data: nothing runs them. */
const DATA = /\stype="?(?:application\/(?:ld\+)?json|speculationrules)/;
const CHARSET = /<meta charset="utf-8"\s*\/?>/i;

/** A page with a policy that lets run what the build put into it, and nothing else; throws where a page has no place for it. */
export function withPolicy(html: string): string {
  const hashes = (pattern: RegExp, body: (match: RegExpExecArray) => string | undefined): string[] => {
    const found = [...html.matchAll(pattern)].flatMap((match) => body(match) ?? []);
    return [...new Set(found.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))];
  };
  const scripts = hashes(INLINE, ([, attributes = '', text]) => (DATA.test(attributes) ? undefined : text));
  const styles = hashes(STYLE, ([, text]) => text);
  const policy = [
    "default-src 'none'",
    // the search is WebAssembly
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...scripts].join(' ')}`,
    `style-src ${["'self'", ...styles].join(' ')}`,
    "style-src-attr 'unsafe-inline'",
    // the search draws its signs from its own style sheet
    "img-src 'self' data:",
    ...['font-src', 'connect-src', 'worker-src', 'manifest-src'].map((directive) => `${directive} 'self'`),
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  if (!CHARSET.test(html)) throw new Error('a page without <meta charset="utf-8"> has no place for its policy');
  return html.replace(CHARSET, (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`);
}
