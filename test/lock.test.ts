import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from './organisation.ts';

interface Locked {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string }>>;
}

const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')) as Locked;

test('the lock holds each optional dependency that it names, or npm ci fails on the machine that needs it', () => {
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
  for (const [path, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const name of Object.keys(optionalDependencies)) expect(names, `${path} names ${name}`).toContain(name);
  }
});

test('the lock names no address of a registry', () => {
  for (const [path, { resolved }] of Object.entries(lock.packages)) expect(resolved?.startsWith('http') ?? false, path).toBe(false);
});
