declare module 'opencc-js/dict/TSCharacters' {
  /** `㑯 㑔|㑳 㑇`: a traditional character, a space, and its simplified one. */
  const table: string;
  export default table;
}
