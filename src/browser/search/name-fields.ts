import { foldWord } from '../../language/search-forms.ts';

/**
 * Fields for the name of an author or a topic where a publication has too many for a list. Each has a
 * hidden control with the slug, which is the filter. The names are loaded on first use.
 */
export interface NameFields {
  /** Shows the names of the slugs that the form was filled with. */
  show(): void;
}

type Choices = readonly (readonly [slug: string, name: string])[];

/** Makes the fields of a form work. */
export function createNameFields(form: HTMLFormElement): NameFields {
  const shows = [...form.querySelectorAll<HTMLInputElement>('[data-names]')].map(createField);
  return { show: () => shows.forEach((show) => void show()) };
}

function createField(field: HTMLInputElement): () => Promise<void> {
  const hidden = field.previousElementSibling as HTMLInputElement;
  let loading: Promise<Choices> | undefined;
  const load = () => {
    loading ??= loadChoices(field).catch(() => {
      loading = undefined;
      return [];
    });
    return loading;
  };
  const setSlug = (slug: string) => {
    if (hidden.value === slug) return;
    hidden.value = slug;
    hidden.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const read = (choices: Choices) => {
    const slug = slugOf(field.value, choices);
    field.setAttribute('aria-invalid', `${slug === undefined && choices.length > 0}`);
    setSlug(slug ?? '');
  };
  field.addEventListener('focus', () => void load());
  field.addEventListener('input', async (event) => {
    event.stopPropagation();
    read(await load());
  });
  return async () => {
    const slug = hidden.value;
    field.value = '';
    field.removeAttribute('aria-invalid');
    if (slug === '') return;
    const choices = await load();
    if (hidden.value !== slug || choices.length === 0) return;
    const [, name] = choices.find(([own]) => own === slug) ?? [];
    if (name === undefined) setSlug('');
    else field.value = name;
  };
}

/** The slug of a name that is written out, or of the only one that has these letters. */
export function slugOf(text: string, choices: Choices): string | undefined {
  const wanted = fold(text);
  if (wanted === '') return '';
  const like = choices.filter(([, name]) => fold(name).includes(wanted));
  const exact = like.find(([, name]) => fold(name) === wanted);
  return (exact ?? (like.length === 1 ? like[0] : undefined))?.[0];
}

/** In lower case, without signs, and with the letters of a basic keyboard. */
function fold(text: string): string {
  return foldWord(text, 'und')
    .replace(/[\p{P}\s]+/gu, ' ')
    .trim();
}

async function loadChoices(field: HTMLInputElement): Promise<Choices> {
  const answer = await fetch(field.dataset['names'] ?? '', { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status}`);
  const choices = (await answer.json()) as Choices;
  field.list?.replaceChildren(...choices.map(([, name]) => new Option(name, name)));
  return choices;
}
