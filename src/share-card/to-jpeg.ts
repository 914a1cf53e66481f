import type { Sharp } from 'sharp';
import type { PictureRights } from '../article/picture-rights.ts';
import { setJpegFields } from '../pictures/set-jpeg-fields.ts';
import { toXmp } from '../pictures/to-xmp.ts';

/** Three quarters of the bytes of quality 90, and no letter frays. */
const quality = { quality: 80, progressive: true, optimiseCoding: true } as const;

/** A card as a JPEG that says whose the picture in it is. */
export async function toJpeg(image: Sharp, rights: PictureRights | undefined): Promise<Buffer> {
  const encoded = image.jpeg(quality);
  if (!rights) return encoded.toBuffer();
  return setJpegFields(await encoded.withXmp(toXmp(rights)).toBuffer(), rights);
}
