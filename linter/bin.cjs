#!/usr/bin/env node
// Starts the bundle. Written for any Node, so that an old one is told what is missing instead of a stack of errors.
'use strict';

const { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

// put together by hand: to tidy up a path takes longer than to read a file
const home = dirname(__dirname);
const folder = `${home}/dist/cli`;
// Node's own cache (module.enableCompileCache) holds what was compiled before anything ran: either all functions, which takes
// longer to read than a short lint, or hardly any. So code is kept by hand, as V8 has it when the first lint ends: beside the
// program, for who may write there may change the program itself, and under the name of a part, which holds the hash of its text.
const kept = `${folder}/kept/${process.version}-${process.arch}`;

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `closeout: this needs Node 22.12 or newer; this is Node ${process.versions.node}. ${
      existsSync(`${home}/test/package.json`) ? 'In this clone, npx closeout brings its own.' : 'Get a newer one from https://nodejs.org.'
    }`,
  );
  process.exitCode = 3;
} else if (!existsSync(`${folder}/cli.json`)) {
  console.error('closeout: the program is not built yet. Run npm run build:cli, or npm ci.');
  process.exitCode = 3;
} else {
  start();
}

function start() {
  const modules = new Map();
  const loaded = [];
  let isNew = false;

  function load(name) {
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    try {
      run(name, module);
    } catch (error) {
      // or the next question would take it for a part with nothing in it
      modules.delete(name);
      throw error;
    }
    return module.exports;
  }

  function run(name, module) {
    const filename = `${folder}/${name}`;
    const place = `${kept}/${name}`;
    const source = functionIn(filename);
    const cachedData = codeIn(place);
    const script = new Script(source, { filename, cachedData });
    loaded.push({ script, place });
    if (!cachedData || script.cachedDataRejected) isNew = true;
    script.runInThisContext()(module.exports, use, module, filename, folder);
  }

  function use(id) {
    return id.startsWith('./') ? load(id.slice(2)) : require(id);
  }

  // a part that is new here came with something to do that is new: other parts have functions for it too
  if (process.argv[2] === 'lint') process.on('exit', () => isNew && keep(loaded));
  const first = JSON.parse(readFileSync(`${folder}/cli.json`, 'latin1'));
  load(first.part)[first.start]();
}

// The text of a part as a function of what CommonJS gives it. One byte is one character, for all of it is ASCII; it is put
// together before it is a text, and so copied once.
function functionIn(filename) {
  return bytesOf(filename, '(function (exports, require, module, __filename, __dirname) {', '\n})', apart).toString('latin1');
}

// Texts of 128 KB and more lie apart from what V8 tidies up while a lint goes on, and one that is half as long fills the room for
// that: blanks behind it cost less.
function apart(size) {
  return size > 65_536 ? Math.max(size, 132_000) : size;
}

function codeIn(place) {
  try {
    return bytesOf(place, '', '', (size) => size);
  } catch {
    return undefined;
  }
}

function bytesOf(filename, before, after, room) {
  const file = openSync(filename);
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafeSlow(room(before.length + size + after.length));
    bytes.write(before, 0, 'latin1');
    for (let at = 0; at < size; ) {
      const read = readSync(file, bytes, before.length + at, size - at, at);
      if (read === 0) throw new Error(`${filename} became shorter while it was read`);
      at += read;
    }
    bytes.fill(' ', before.length + size).write(after, before.length + size, 'latin1');
    return bytes;
  } finally {
    closeSync(file);
  }
}

function keep(loaded) {
  try {
    for (const { script, place } of loaded) {
      mkdirSync(dirname(place), { recursive: true });
      const beside = `${place}.${process.pid}`;
      try {
        writeFileSync(beside, script.createCachedData(), { flag: 'wx', flush: true });
        renameSync(beside, place);
      } finally {
        // half of it, where the disk is full
        rmSync(beside, { force: true });
      }
    }
  } catch {
    // as in an installation that only its owner may change
  }
}
