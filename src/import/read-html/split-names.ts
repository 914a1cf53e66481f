import { findDate } from '../dates/find-date.ts';
import { translateDate } from '../dates/translate-date.ts';

/** What people are called in bylines beside their names. */
const roles =
  /^(?:(?:senior|staff|special|chief|national|political|foreign|freelance|contributing|guest|associate|deputy|managing|news|science|business|sports|health|education|environment|technology|economics)\s+)*(?:writers?|reporters?|correspondents?|editors?|contributors?|columnists?|journalists?|bureau chief|staff|redaktion|redakteur(?:in)?|korrespondent(?:in)?|journaliste|rédaction|redacción|redactora?|periodista|corresponsal)$/iu;

const leads =
  /^\s*(?:(?:words|story|text|report(?:ing|ed)?|written|photographs?)\s+)?(?:by|von|par|por|de la rédaction de|بقلم|كتبت?|作者|撰文|文|取材・文|글)\s*[:：/／]?\s*(?=[\p{L}\p{N}])/iu;

/**
 * A line of names -> names: `By Ana Ruiz, Bo Li and Cy Dee`. Roles (`Staff Writer`, `기자`,
 * `記者`), dates, addresses, and what follows a bar or a dash are no names. A name with a comma
 * before `Jr.` stays whole.
 */
export function splitNames(line: string): string[] {
  return (
    withoutDate(line.replace(/\S+@\S+/gu, ' '))
      .replace(/\s[|·•—–].*$/u, '')
      .replace(leads, '')
      .split(
        /\s*(?:,(?!\s*(?:jr|sr|ph\.?d|m\.?d)\b)|;|、|，|،|／|\/|·|ㆍ|・(?=\p{Script=Han})|\s(?:and|und|et|y|&|و)\s)\s*/iu,
      )
      .map((name) =>
        name
          .replace(/^(?:and|und|et|y)\s+/iu, '')
          .replace(
            /\s*(?:\(?(?:특파원|선임기자|전문기자|인턴기자|기자)\)?|論説委員|編集委員|特派員|記者|通讯员|記者報導|报道|記者|记者)\s*$/u,
            '',
          )
          .replace(/^(?:本报记者|本報記者|记者|記者|특파원|기자)\s*[:：]?\s*/u, '')
          .replace(/^[\s\-–—|•:：]+|[\s\-–—|•:：]+$/gu, '')
          .replace(/\s+/gu, ' '),
      )
      // Chinese names have no spaces: `王小明 李华` are two.
      .flatMap((name) =>
        /^\p{Script=Han}{2,4}(?: \p{Script=Han}{2,4})+$/u.test(name) ? name.split(' ') : [name],
      )
      .filter(
        (name) => /\p{L}/u.test(name) && !roles.test(name) && !/(?:報導|报道)$/u.test(name),
      )
  );
}

function withoutDate(line: string): string {
  const said = translateDate(line);
  const found = findDate(said, 'UTC');
  // Of two figures below thirteen nobody knows which is the month, yet they are no name.
  const bare = (
    found ? `${said.slice(0, found.from)} , ${said.slice(found.to)}` : line
  ).replace(/(?:\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2}:\d{2}\b).*$/u, ' ');
  return bare.replace(/(?<!\p{L})(?:\s|,)*(?:published|posted|updated|on)\s*[:,]?\s*$/iu, '');
}
