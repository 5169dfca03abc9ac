/** Orders two versions of three numbers: negative when `a` is the older one. */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let index = 0; index < 3; index += 1) {
    const difference = (x[index] ?? 0) - (y[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `project-closeout@2.1.0` in its two parts. */
export function splitReference(reference: string): { readonly id: string; readonly version: string } {
  const at = reference.lastIndexOf('@');
  return { id: reference.slice(0, at), version: reference.slice(at + 1) };
}

/** Whether two versions differ in their patch alone: in wording, which asks nothing new of anybody. */
export function isSameButWording(a: string, b: string): boolean {
  const start = (version: string): string => version.split('.').slice(0, 2).join('.');
  return start(a) === start(b);
}
