const SHOWN = 2000;

/** Makes a copy button work: it copies its own `data-text`, or the words of the block it stands in; `data-says` is told when it is done. */
export function copies(button: HTMLButtonElement): void {
  const status = button.parentElement?.querySelector('[role=status]');
  const label = button.textContent ?? '';
  const tell = (button_: string, says: string): void => {
    button.textContent = button_;
    if (status) status.textContent = says;
  };
  button.addEventListener('click', async () => {
    const done = await copied(button.dataset['text'] ?? wordsBeside(button));
    if (done) tell('Copied', button.dataset['says'] ?? 'Copied');
    else tell('Not copied', 'Not copied. Select the text and copy it by hand.');
    setTimeout(() => tell(label, ''), SHOWN);
  });
}

function wordsBeside(button: HTMLElement): string {
  return button.closest('figure')?.querySelector<HTMLElement>('.words')?.innerText.trim() ?? '';
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(text);
  }
}

/** Without https there is no clipboard, and many a site of an office has none. */
function copiedBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
