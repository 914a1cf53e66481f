import type { Story } from '../../content/article/article.ts';
import { renderedPath } from '../../newsroom/content-store.ts';
import { cardPath } from '../../outputs/share-card/card-store.ts';
import type { Recipe } from '../sheet.ts';

/** The files of the store that a portable recipe reads: paths below it. */
export function namesInRecipe(recipe: Recipe): string[] {
  switch (recipe.form) {
    case 'page': {
      const { story } = (recipe.inputs ?? {}) as { readonly story?: Story };
      return story === undefined ? [] : [renderedPath(story.body.key)];
    }
    case 'feed':
      return recipe.articles.map(({ story }) => renderedPath(story.body.key));
    case 'card': {
      const { card } = recipe;
      const { logo, picture } = card.kind === 'own' ? card.instead : card;
      const pictures = [logo, picture?.file].filter((name) => name !== undefined);
      return [cardPath(recipe), ...pictures.map((name) => `pictures/${name}`)];
    }
    case 'copy':
    case 'file':
      return recipe.path.startsWith('cache:/') ? [recipe.path.slice('cache:/'.length)] : [];
    default:
      return [];
  }
}
