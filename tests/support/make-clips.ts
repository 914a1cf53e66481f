/** Small media files that tests make instead of keeping. */

/** A WAV of silence: 8,000 samples a second, 8 bits. */
export function makeWave(seconds = 1, tone = 128): Buffer {
  const sound = Buffer.alloc(Math.round(8000 * seconds), tone);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + sound.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(sound.length, 40);
  return Buffer.concat([head, sound]);
}

/** A box of an MP4: its length, its type, its content. */
export function makeBox(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

/** The description of an MP4, without any frame. `extra` are more boxes of `moov`. */
export function makeMp4({
  seconds = 2,
  width = 640,
  height = 360,
  turned = false,
  extra = [] as readonly Buffer[],
} = {}): Buffer {
  const movie = Buffer.alloc(100);
  movie.writeUInt32BE(1000, 12);
  movie.writeUInt32BE(Math.round(seconds * 1000), 16);
  const track = Buffer.alloc(84);
  const matrix = turned ? [0, 1, 0, -1, 0, 0, 0, 0, 1] : [1, 0, 0, 0, 1, 0, 0, 0, 1];
  for (const [index, value] of matrix.entries())
    track.writeInt32BE(value * (index % 3 === 2 ? 2 ** 30 : 2 ** 16), 40 + index * 4);
  track.writeUInt32BE(width * 65_536, 76);
  track.writeUInt32BE(height * 65_536, 80);
  return Buffer.concat([
    makeBox('ftyp', Buffer.from('isom\0\0\0\0isommp42')),
    makeBox('moov', makeBox('mvhd', movie), makeBox('trak', makeBox('tkhd', track)), ...extra),
    makeBox('mdat', Buffer.alloc(16)),
  ]);
}

/** Where a telephone filmed, as Android writes it. */
export function makePosition(text = '+37.5665+126.9780/'): Buffer {
  const words = Buffer.from(text);
  const head = Buffer.from([0, words.length, 0x15, 0xc7]);
  return makeBox('udta', makeBox('\u00a9xyz', head, words));
}

/** An element of a WebM with a short length. */
export function makeElement(id: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(0x10000000 + body.length);
  return Buffer.concat([name, length, body]);
}

/** The description of a WebM, without any frame. */
export function makeWebm({ seconds = 3, width = 320, height = 568, tags = {} } = {}): Buffer {
  const number = (value: number) => Buffer.from([value >> 8, value & 255]);
  const duration = Buffer.alloc(8);
  duration.writeDoubleBE(seconds * 1000);
  const all = Object.entries(tags).map(([name, text]) =>
    makeElement(
      0x67c8,
      makeElement(0x45a3, Buffer.from(name)),
      makeElement(0x4487, Buffer.from(String(text))),
    ),
  );
  return Buffer.concat([
    makeElement(0x1a45dfa3, makeElement(0x4282, Buffer.from('webm'))),
    makeElement(
      0x18538067,
      makeElement(
        0x1549a966,
        makeElement(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
        makeElement(0x4489, duration),
      ),
      makeElement(
        0x1654ae6b,
        makeElement(
          0xae,
          makeElement(
            0xe0,
            makeElement(0xb0, number(width)),
            makeElement(0xba, number(height)),
          ),
        ),
      ),
      makeElement(0x1254c367, makeElement(0x7373, ...all)),
    ),
  ]);
}
