// Starts the command. What the build makes of it is the name of a part and of a function in it, for bin.cjs to call (tsdown.parts.ts).
import { start } from './cli.ts';

void start();
