/// <reference types="astro/client" />
// biome-ignore lint/style/noNamespace: Astro requires it for the type of `Astro.locals`
declare namespace App {
  /** What the press provides to the templates of `src/site/pages`. */
  interface Locals {
    template: import('../press/make-content.ts').TemplateName;
    // biome-ignore lint/suspicious/noExplicitAny: each template names the view model that it prints
    page: any;
    /** The HTML of an article's text. */
    body: string;
  }
}

/** The pages of the theme by their names (`press/theme-plugin.ts`). */
declare module 'theme:pages' {
  export const pages: Readonly<
    Record<
      string,
      {
        // biome-ignore lint/suspicious/noExplicitAny: the component of a page
        readonly default: any;
        readonly title?: unknown;
        readonly description?: unknown;
        readonly articles?: unknown;
      }
    >
  >;
}
