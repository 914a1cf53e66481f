/** Names beside the copy for pictures, by their addresses. */
export interface PictureNames {
  nameFor(address: string): string;
}

/** Endings of pictures that a page can show; whoever fetches one sees what it really is. */
const ending = /\.(jpe?g|png|gif|webp|avif|svg)$/iu;

/** Names from the last part of an address, each once: `bridge.jpg`, `bridge-2.jpg`. */
export function createPictureNames(): PictureNames {
  const names = new Map<string, string>();
  const used = new Set<string>();
  return {
    nameFor(address) {
      const known = names.get(address);
      if (known !== undefined) return known;
      const last = decoded(new URL(address).pathname.split('/').at(-1) ?? '');
      const kind = ending.exec(last)?.[1]?.toLowerCase() ?? 'jpg';
      const stem =
        last
          .replace(/\.[^.]*$/u, '')
          .normalize('NFC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .replace(/^-+|-+$/gu, '')
          .slice(0, 60) || 'picture';
      let name = `${stem}.${kind}`;
      for (let count = 2; used.has(name); count++) name = `${stem}-${count}.${kind}`;
      used.add(name);
      names.set(address, name);
      return name;
    },
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
