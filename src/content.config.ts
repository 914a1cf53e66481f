import { defineCollection } from 'astro:content';
import { copyLoader } from './newsroom/copy-loader.ts';

export const collections = { copy: defineCollection({ loader: copyLoader() }) };
