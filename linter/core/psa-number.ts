/** Numbers of the PSA are compared by this: people write "#1042" too. */
export function psaKey(number: string): string {
  return number.replace(/^#\s*/, '').toLowerCase();
}
