import type { PluggableList } from 'unified';

/**
 * What `theme/markdown.ts` exports: plugins of unified, with options as `[plugin, options]`. They run
 * in this order. `remark` gets the Markdown tree, `rehype` the HTML tree before it is sanitised.
 */
export interface MarkdownSteps {
  readonly remark?: PluggableList;
  readonly rehype?: PluggableList;
}

/** Steps of a publication; `file` is the file that exports them, as problems name it. */
export interface OwnSteps extends MarkdownSteps {
  readonly file: string;
}
