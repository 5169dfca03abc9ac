/** The web address of a repository whose remote git knows as a URL or as `git@host:path`, without who logs in; undefined for a folder. */
export function webAddressOf(remote: string): string | undefined {
  const short = /^(?:[^@/\s:]+@)?([\w.-]{2,}):(?!\/)(.+)$/.exec(remote.trim());
  const address = short ? `ssh://${short[1]}/${short[2]}` : remote.trim();
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, hostname, pathname } = new URL(address);
  const path = pathname.replace(/\/+$/, '').replace(/\.git$/, '');
  if (!['https:', 'http:', 'ssh:', 'git:'].includes(protocol) || hostname === '' || path === '') return undefined;
  // the port of ssh is none of a browser's
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${host}${path}` : `https://${hostname}${path}`;
}

/** Where a repository's checks run, as its address tells; undefined where it does not. */
export function forgeOf(address: string): 'github' | 'gitlab' | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return host.includes('github') ? 'github' : host.includes('gitlab') ? 'gitlab' : undefined;
}
