import { sep } from 'node:path';
import type { Recipe } from '../sheet.ts';

/** Folders that every machine has in a place of its own, by name: absolute paths. */
export type Folders = Readonly<Record<string, string>>;

/** Gives a recipe paths that other machines understand: `cache:/pictures/…`. */
export function toPortable(recipe: Recipe, folders: Folders): Recipe {
  if (!('path' in recipe)) return recipe;
  // One folder may be in another: the longest path counts.
  const [found] = Object.entries(folders)
    .filter(([, folder]) => recipe.path.startsWith(folder + sep))
    .sort(([, a], [, b]) => b.length - a.length);
  if (found === undefined) throw new Error(`${recipe.path}: is in none of the known folders`);
  const [name, folder] = found;
  const below = recipe.path.slice(folder.length + 1).replaceAll(sep, '/');
  return { ...recipe, path: `${name}:/${below}` };
}

/** Gives a recipe of `toPortable` the paths of this machine. */
export function toLocal(recipe: Recipe, folders: Folders): Recipe {
  if (!('path' in recipe)) return recipe;
  const [, name = '', below = ''] = /^([a-z]+):\/(.*)$/su.exec(recipe.path) ?? [];
  const folder = folders[name];
  if (folder === undefined) throw new Error(`${recipe.path}: names an unknown folder`);
  return { ...recipe, path: folder + sep + below.replaceAll('/', sep) };
}
