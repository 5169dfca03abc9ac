import type { ApprovalStanding, Config, RunDocument, SignoffDocument, State } from '../core/documents.ts';
import type { Settings } from '../core/judge.ts';
import { type Library, openLibrary } from './library.ts';
import type { Base, Tree } from './tree.ts';

/** An organisation's repository, opened: its config read, nothing else yet. */
export interface Workspace {
  /** Absolute path of the folder that holds closeout.config.yaml. */
  readonly root: string;
  readonly tree: Tree;
  readonly config: Config;
  readonly settings: Settings;
  readonly today: string;
  /** The config holds the day still: outputs say so. */
  readonly sample: boolean;
  readonly as?: State | undefined;
  readonly base?: Base | undefined;
  readonly noBase?: string | undefined;
  readonly library: Library;
  /** The library of the base: by it a closed or finished run is judged that the change touches. */
  readonly baseLibrary?: Library | undefined;
  /** How far the forge backs the sign-offs of a run, once it is known who judges; undefined where nothing was handed in. */
  readonly approvals?: ((judge: Pick<Library, 'releases' | 'people'>) => (run: RunDocument, signoff: SignoffDocument) => ApprovalStanding) | undefined;
  /** A path of the command line, relative to the root; undefined where it lies outside. */
  inside(path: string): string | undefined;
}

/** The same repository as it would be with a file changed: what is about to be written can be judged before it is. */
export function withText(workspace: Workspace, file: string, text: string): Workspace {
  return withTexts(workspace, new Map([[file, text]]));
}

/** The same with several files changed: their new texts by name. */
export function withTexts(workspace: Workspace, texts: ReadonlyMap<string, string>): Workspace {
  const read: Tree['read'] = (file) => {
    const text = texts.get(file);
    return text === undefined ? workspace.tree.read(file) : { file, text };
  };
  const tree: Tree = { ...workspace.tree, read };
  return { ...workspace, tree, library: openLibrary(tree, workspace.config, workspace.settings) };
}

/** Files that lie nowhere: what a page of the site holds of an organisation. */
export interface Held {
  readonly files: ReadonlyMap<string, string>;
  /** Digests of evidence files, by run folder and path joined with a slash. */
  readonly evidence?: ReadonlyMap<string, string> | undefined;
  readonly config: Config;
  readonly today: string;
  readonly as?: State | undefined;
}

/** An organisation of files in memory, judged as one on disk is. */
export function openHeld({ files, evidence, config, today, as }: Held): Workspace {
  const tree: Tree = {
    read: (file) => {
      const text = files.get(file);
      return text === undefined ? undefined : { file, text };
    },
    list: (folder) => [...files.keys()].filter((file) => file.startsWith(`${folder}/`)).sort(),
    evidence: (folder, path) => {
      const digest = evidence?.get(`${folder}/${path}`);
      return digest === undefined ? { problem: 'missing' } : { digest };
    },
  };
  const settings: Settings = { timed: 'changed', severities: config.severities ?? {} };
  const library = openLibrary(tree, config, settings);
  return { root: '', tree, config, settings, today, sample: config.today !== undefined, as, library, inside: (path) => path };
}
