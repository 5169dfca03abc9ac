/** Hands a text over as a file of that name. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // the browser takes its time to begin
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
