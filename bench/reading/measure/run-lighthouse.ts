import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packages } from '../sites/installed-package.ts';

export const categoryNames = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type CategoryName = (typeof categoryNames)[number];

/** An audit because of which its category has less than 100 points. */
export interface Shortfall {
  readonly category: CategoryName;
  /** Its name in Lighthouse, such as `color-contrast`. */
  readonly audit: string;
  readonly title: string;
  /** From 0 to 1. */
  readonly score: number;
  /** The measured value, such as `1.2 s`; may be empty. */
  readonly value: string;
  /** Its findings, in Lighthouse's own form. */
  readonly details: unknown;
}

export interface LighthouseResult {
  /** From 0 to 100. */
  readonly scores: Readonly<Record<CategoryName, number>>;
  readonly shortfalls: readonly Shortfall[];
  /**
   * Lighthouse's measure of the speed of this machine during the run; its presets expect 1000
   * or more.
   */
  readonly machineSpeed: number;
}

/**
 * Runs Lighthouse on a page, with its preset for phones, in the browser that listens to the
 * debugging port. Throws if it is not installed or could not load the page.
 */
export async function runLighthouse(url: string, port: number): Promise<LighthouseResult> {
  const file = join(packages, 'node_modules', 'lighthouse', 'core', 'index.js');
  const { default: lighthouse } = (await import(pathToFileURL(file).href)) as Lighthouse;
  const flags = { port, output: 'json', logLevel: 'error', onlyCategories: categoryNames };
  const lhr = (await lighthouse(url, flags))?.lhr;
  if (!lhr || lhr.runtimeError) {
    throw new Error(`Lighthouse on ${url}: ${lhr?.runtimeError?.message ?? 'no result'}`);
  }
  const scores = Object.fromEntries(
    categoryNames.map((name) => [name, Math.round((lhr.categories[name]?.score ?? 0) * 100)]),
  ) as Record<CategoryName, number>;
  return {
    scores,
    shortfalls: categoryNames.flatMap((name) => findShortfalls(name, lhr)),
    machineSpeed: lhr.environment.benchmarkIndex,
  };
}

function findShortfalls(category: CategoryName, { categories, audits }: Report): Shortfall[] {
  return (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    if (!audit || weight === 0 || audit.score === null || audit.score >= 1) return [];
    const { title, score, displayValue = '', details } = audit;
    return { category, audit: id, title, score, value: displayValue, details };
  });
}

// The part of Lighthouse's types that is used here, so that a type check does not need the
// package.
interface Lighthouse {
  readonly default: (url: string, flags: object) => Promise<{ lhr: Report } | undefined>;
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly environment: { readonly benchmarkIndex: number };
  readonly categories: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly score: number | null;
        readonly displayValue?: string;
        readonly details?: unknown;
      }
    >
  >;
}
