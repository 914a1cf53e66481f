/**
 * Puts text on the clipboard, for word processors also as HTML; false where the browser lets
 * nobody do so. Without https there is only the old way, and that copies plain text.
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
  // Behind a modal dialog nothing can be selected.
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // Not in this browser.
  }
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}
