import {
  type Diagnostic,
  judgeSigned,
  obstacles,
  type RunDocument,
  readSignoff,
  type Signoff,
  signoffFile,
  signoffOf,
  signoffText,
  wayToSchemas,
} from '../../linter/engine.ts';
import type { Judged } from './judge.ts';

/** A sign-off that may be made, or what the linter has against it. */
export type Sealed =
  | { readonly refused: readonly Diagnostic[] }
  | { readonly refused?: undefined; readonly signoff: Signoff; readonly file: string; readonly text: string };

/** Makes a role's sign-off of a phase as closeout sign would, and refuses where it would. */
export function sealed({ workspace, diagnostics }: Judged, run: RunDocument, asked: { phase: string; role: string; by: string }): Sealed {
  const { phase, role, by } = asked;
  const problems = obstacles(run, phase, role, diagnostics);
  if (problems.length > 0) return { refused: problems };
  const signoff = signoffOf(run, phase, role, by, workspace.today);
  const file = signoffFile(run, phase, role);
  const text = signoffText(signoff, wayToSchemas(run));
  const wrong = judgeSigned(run, readSignoff(file, text, workspace), workspace);
  return wrong.length > 0 ? { refused: wrong } : { signoff, file, text };
}
