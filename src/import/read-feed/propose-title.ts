const longest = 90;

/** A headline for a text that has none: its first sentence, cut between words when it is long. */
export function proposeTitle(text: string): string | undefined {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line === '') return undefined;
  const sentence = /^.*?(?:[.!?…](?=\s|$)|[。！？])/u.exec(line)?.[0] ?? line;
  const words = sentence.replace(/[.。]$/u, '');
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 30 ? cut.lastIndexOf(' ') : longest)}…`;
}
