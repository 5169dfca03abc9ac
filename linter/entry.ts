// Starts the command. What the build makes of it is one line: the one part whose name bin.cjs knows, and so has no hash.
import { start } from './cli.ts';

void start();
