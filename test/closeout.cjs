#!/usr/bin/env node
// npx finds a workspace's commands from any folder of the clone; the clone's own package it would first install.
'use strict';

require('../linter/bin.cjs');
