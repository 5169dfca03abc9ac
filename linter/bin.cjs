#!/usr/bin/env node
// Starts the bundle. Written for any Node, so that an old one is told what is missing instead of a stack of errors.
'use strict';

const { existsSync } = require('node:fs');
const { join } = require('node:path');

const [major, minor] = process.versions.node.split('.').map(Number);
const bundle = join(__dirname, '..', 'dist', 'cli', 'cli.cjs');

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `closeout: this needs Node 22.12 or newer; this is Node ${process.versions.node}. ${
      existsSync(join(__dirname, '..', 'test', 'package.json')) ? 'In this clone, npx closeout brings its own.' : 'Get a newer one from https://nodejs.org.'
    }`,
  );
  process.exitCode = 3;
} else if (!existsSync(bundle)) {
  console.error('closeout: the program is not built yet. Run npm run build:cli, or npm ci.');
  process.exitCode = 3;
} else {
  // compiled at once, all functions get into the cache that Node keeps; compiled when first called, none would
  require('node:v8').setFlagsFromString('--no-lazy');
  require('node:module').enableCompileCache?.();
  require(bundle);
}
