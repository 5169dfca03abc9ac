import { readYaml, slugOf } from '../../linter/engine.ts';

/** Where a new run lies, as its own text says: by its customer, in a folder called after its name. */
export function runFile(text: string): string {
  const data = readYaml(text).data as { readonly project?: { readonly customer?: unknown; readonly name?: unknown } } | null | undefined;
  const { customer, name } = data?.project ?? {};
  return `records/projects/${slugOf(String(customer ?? '')) || 'customer'}/${slugOf(String(name ?? '')) || 'project'}/run.yaml`;
}

/** Address where a forge takes the file: its editor for one that is there, else a new file of that name. */
export function forgeFile(repository: string, file: string, isThere: boolean): string {
  const home = repository.replace(/\/+$/, '').replace(/\.git$/, '');
  const gitlab = /gitlab/i.test(home);
  const steps = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
  const [folder, name] = [file.slice(0, file.lastIndexOf('/')), file.slice(file.lastIndexOf('/') + 1)];
  if (isThere) return `${home}/${gitlab ? '-/' : ''}edit/main/${steps(file)}`;
  return gitlab
    ? `${home}/-/new/main/${steps(folder)}?file_name=${encodeURIComponent(name)}`
    : `${home}/new/main/${steps(folder)}?filename=${encodeURIComponent(name)}`;
}
