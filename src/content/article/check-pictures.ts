import { missingValue, type Problem } from '../../system/problems/problem.ts';
import { checkCredit } from './check-credit.ts';
import { type ContentFile, placeOf } from './content-file.ts';
import type { Credit } from './credit.ts';
import { formatWrittenCredit } from './credit.ts';
import type { StoryPicture } from './story-pictures.ts';

/**
 * Checks the pictures of one content file: a featured picture without credit or description, and
 * the licence requirements of the credits in this file. `checkCredits` finds pictures in the text
 * without a credit, since it knows which files exist.
 */
export function checkPictures(
  content: ContentFile,
  pictures: readonly StoryPicture[],
): Problem[] {
  return pictures.flatMap((picture) =>
    picture.reference === undefined ? checkFeatured(content, picture) : checkInText(picture),
  );
}

/** Checks the licence requirements of the credits of clips. */
export function checkClips(clips: readonly StoryPicture[]): Problem[] {
  return clips.flatMap((clip) => checkInText(clip, 'clip'));
}

function checkFeatured(content: ContentFile, picture: StoryPicture): Problem[] {
  // Inherited values are reported for the original.
  if (content.fields.image === undefined) return [];
  const problems: Problem[] = [];
  const at = (field: string) => {
    const known = [field, 'image.credit', 'image'].find((name) => content.places[name]);
    return { ...placeOf(content, known ?? 'image'), field };
  };
  if (picture.address !== undefined && !picture.credit) {
    problems.push({
      severity: 'error',
      ...at('image.credit'),
      message: 'missing',
      cure: `write \`credit: NAME via SOURCE / LICENCE\`${picture.file === undefined ? '' : `, here or in ${picture.file}.yaml`}`,
    });
  }
  if (picture.address !== undefined && picture.alt === '') {
    problems.push({
      severity: 'warning',
      ...at('image.alt'),
      message: missingValue('a description for readers who cannot see the picture'),
      cure: 'add `alt: …`',
    });
  }
  if (!picture.stated || !picture.credit) return problems;
  const inParts = Object.keys(content.places).some((name) => name.startsWith('image.credit.'));
  for (const { field, ...fault } of checkCredit(picture.credit)) {
    const cure = inParts ? fault.cure : cureOfLine('credit', picture.credit, field, fault.cure);
    problems.push({ ...fault, ...at(`image.credit.${field}`), cure });
  }
  return problems;
}

function checkInText({ stated, credit, place }: StoryPicture, kind = 'picture'): Problem[] {
  if (!stated || !credit) return [];
  return checkCredit(credit).map(({ field, ...fault }) => ({
    ...fault,
    ...place,
    field: `${kind}.credit.${field}`,
    cure: cureOfLine('Credit', credit, field, fault.cure),
  }));
}

/** For a credit line, the cure is the whole line with the missing part. */
function cureOfLine(label: string, credit: Credit, field: keyof Credit, cure: string): string {
  if (field === 'licence')
    return 'write its full name, or give the credit in parts with `licenceUrl:`';
  const lacking = { creator: { creator: 'NAME' }, title: { title: 'TITLE' } };
  const part = lacking[field as keyof typeof lacking];
  return part === undefined
    ? cure
    : `write \`${label}: ${formatWrittenCredit({ ...part, ...credit, ...part })}\``;
}
