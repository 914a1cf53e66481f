// biome-ignore lint/style/noNamespace: Astro's way to name the type of `Astro.locals`
declare namespace App {
  /** What the press gives the templates of `src/site/pages`. */
  interface Locals {
    template: import('../press/make-content.ts').TemplateName;
    // biome-ignore lint/suspicious/noExplicitAny: each template names the view model that it prints
    page: any;
    /** The HTML of an article's text. */
    body: string;
  }
}
