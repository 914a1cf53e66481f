import axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface AxeOptions {
  /** Rules or groups of rules; by default those of axe. */
  readonly rules?: readonly string[];
  /** A selector of the part that is checked; by default the page. */
  readonly within?: string;
}

/** For themes, which differ in colours only. */
export const contrastOnly: AxeOptions = { rules: ['color-contrast'] };

/** The violations that axe finds, each as `rule selector summary`. */
export async function axeFindings(
  page: Page,
  { rules, within }: AxeOptions = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([rules, within]) => {
      const axe = Reflect.get(window, 'axe') as typeof import('axe-core');
      const { violations } = await axe.run(within ?? document, {
        resultTypes: ['violations'],
        ...(rules ? { runOnly: [...rules] } : {}),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`,
        ),
      );
    },
    [rules, within] as const,
  );
}
