/**
 * Copies text to the clipboard, for word processors also as HTML. False if the browser does not
 * allow it. Without HTTPS only the old way is left, which copies plain text.
 */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    const { clipboard } = navigator;
    if (html !== undefined && 'write' in clipboard && 'ClipboardItem' in window) {
      const as = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      const item = { ...as('text/plain', text), ...as('text/html', html) };
      await clipboard.write([new ClipboardItem(item)]);
    } else await clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'hidden';
  // Nothing behind a modal dialog can be selected.
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // The browser does not support it.
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
