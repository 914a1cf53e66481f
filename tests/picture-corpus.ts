import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

/** Generated pictures of every kind, and files that are not pictures. */

/** Left half red, right half blue, with noise, so that encoders treat it as a photograph. */
export function drawPhoto(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = 7;
  for (let at = 0; at < data.length; at += 3) {
    state = (state * 48_271) % 2_147_483_647;
    const grain = state % 40;
    const isLeft = (at / 3) % width < width / 2;
    data[at] = isLeft ? 200 + grain : 20 + grain;
    data[at + 1] = 30 + grain;
    data[at + 2] = isLeft ? 20 + grain : 180 + grain;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** An animated picture with `count` frames of different colours. */
export function drawFrames(count: number, width: number, height: number): Sharp {
  const frames = Array.from({ length: count }, (_, index) =>
    Buffer.alloc(width * height * 4, Buffer.from([(index * 50) % 256, 90, 40, 255])),
  );
  const raw = { width, height: height * count, channels: 4, pageHeight: height } as const;
  return sharp(Buffer.concat(frames), { raw });
}

const delay = (count: number) => Array.from({ length: count }, () => 80);

/** Metadata that a camera adds and readers must not get. */
const camera = {
  IFD0: { Make: 'Maker', Model: 'Model 5', Artist: 'Jane Roe', Orientation: '6' },
  IFD2: { BodySerialNumber: 'SN-12345', CameraOwnerName: 'Jane Roe', LensSerialNumber: 'L-9' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '37/1 33/1 0/1', GPSLongitude: '126/1 58/1 0/1' },
};

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400">${inside}</svg>`;

/** Pictures that are published, by name. */
export async function drawPictures(): Promise<Record<string, Buffer>> {
  const photo = await drawPhoto(640, 400).jpeg({ quality: 90 }).toBuffer();
  return {
    'photo.jpg': photo,
    'photo.webp': await sharp(photo).webp().toBuffer(),
    'photo.avif': await sharp(photo).avif({ effort: 0 }).toBuffer(),
    'png-named.jpg': await sharp(photo).resize(300).png().toBuffer(),
    'turned.jpg': await sharp(photo)
      .withExif(camera)
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
    'cmyk.jpg': await sharp(photo)
      .toColourspace('cmyk')
      .withIccProfile('cmyk')
      .jpeg()
      .toBuffer(),
    'display-p3.jpg': await sharp(photo).withIccProfile('p3').jpeg().toBuffer(),
    'deep.png': await sharp(photo).toColourspace('rgb16').png().toBuffer(),
    'grey.png': await sharp(photo).greyscale().png().toBuffer(),
    'through.png': await sharp(photo).ensureAlpha(0.5).png().toBuffer(),
    'drawn.png': await sharp(Buffer.from(svg('<circle cx="90" cy="90" r="60" fill="red"/>')))
      .flatten({ background: '#fff' })
      .png()
      .toBuffer(),
    'dot.png': await drawPhoto(1, 1).png().toBuffer(),
    'panorama.jpg': await drawPhoto(12_000, 300).jpeg().toBuffer(),
    'moves.gif': await drawFrames(4, 200, 100)
      .gif({ delay: delay(4) })
      .toBuffer(),
    'moves.webp': await drawFrames(4, 200, 100)
      .webp({ delay: delay(4) })
      .toBuffer(),
    'still.gif': await drawFrames(1, 200, 100).gif().toBuffer(),
    'drawing.svg': Buffer.from(
      svg('<rect width="90" height="90"/><a href="#x"><path d="M0 0"/></a>'),
    ),
  };
}

/** Files that cannot be published, by name, with the expected reason. */
export async function drawRubbish(): Promise<
  Record<string, { bytes: Buffer; reason: RegExp }>
> {
  const photo = await drawPhoto(400, 300).jpeg().toBuffer();
  const png = await drawPhoto(40, 30).png().toBuffer();
  const cut = async (image: Sharp) => {
    const bytes = await image.toBuffer();
    return bytes.subarray(0, Math.floor(bytes.length * 0.6));
  };
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
  return {
    'empty.jpg': { bytes: Buffer.alloc(0), reason: /an empty file/u },
    'text.jpg': { bytes: Buffer.from('Dear editor,\n'), reason: /a file that is text/u },
    'page.png': { bytes: Buffer.from('<!doctype html><svg></svg>'), reason: /that is/u },
    'document.jpg': { bytes: Buffer.from('%PDF-1.7\n'), reason: /that is PDF/u },
    'phone.jpg': { bytes: heic, reason: /that is HEIC/u },
    'cut.jpg': { bytes: await cut(sharp(photo).jpeg()), reason: /a JPEG that is damaged/u },
    'cut.png': { bytes: await cut(sharp(photo).png()), reason: /a PNG that is damaged/u },
    'cut.webp': { bytes: await cut(sharp(photo).webp()), reason: /a WebP that is damaged/u },
    'cut.avif': {
      bytes: await cut(sharp(photo).avif({ effort: 0 })),
      reason: /an? AVIF that is damaged/u,
    },
    'cut.gif': {
      bytes: await cut(drawFrames(3, 90, 90).gif()),
      reason: /a GIF that is damaged/u,
    },
    'cut-short.gif': {
      bytes: (await drawFrames(3, 90, 90).gif().toBuffer()).subarray(0, -1),
      reason: /a GIF that is damaged/u,
    },
    'bomb.png': { bytes: claim(png, 40_000, 40_000), reason: /40000 x 40000 pixels/u },
    'runs.svg': { bytes: Buffer.from(svg('<script>1</script>')), reason: /a <script>/u },
    'blank.svg': {
      bytes: Buffer.from('<svg width="0" height="0"/>'),
      reason: /the width "0"/u,
    },
    'noise.jpg': { bytes: Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]), reason: /an unknown format/u },
  };
}

/** A PNG whose header claims a size that it does not have. */
function claim(png: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
