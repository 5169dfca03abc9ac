// Written for any Node: `npm ci` brings a current one, and without optional packages it silently does not.
'use strict';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(`This needs Node 22.12 or newer; this is Node ${process.versions.node}. Run npm ci without --omit=optional: it brings its own.`);
  process.exitCode = 1;
}
