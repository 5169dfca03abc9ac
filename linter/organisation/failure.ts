/** It could not be decided: exit code 2, with the reason in one line. Never for what is wrong in a user's file. */
export class Undecided extends Error {
  override readonly name = 'Undecided';
}

/** The invocation or the config is wrong: exit code 3, with the reason in one line. */
export class Usage extends Error {
  override readonly name = 'Usage';
}

/** The base that a change is compared with is not there: what hangs on it could not be decided, all else can. */
export class NoHistory extends Undecided {}
