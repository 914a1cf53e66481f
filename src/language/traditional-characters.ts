import table from 'opencc-js/dict/TSCharacters';

/** Traditional characters with the simplified ones, without rare ones outside the basic plane. */
export const traditionalCharacters: readonly (readonly [string, string])[] = table
  .split('|')
  .flatMap((row) => {
    const [traditional = '', simplified = ''] = row.split(' ');
    const isBasic = traditional.length === 1 && simplified.length === 1;
    return isBasic && traditional !== simplified ? [[traditional, simplified] as const] : [];
  });
