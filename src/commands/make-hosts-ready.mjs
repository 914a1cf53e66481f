import { fetchNginx, findNginx } from './find-nginx.mjs';
import { hasHostingPackages, installHostingPackages } from './hosting-packages.mjs';

/**
 * Brings the hosts on which the tests look at the built site.
 * @param {string} root the project's folder
 * @returns {Promise<string[]>} what could not be had, a line each
 */
export async function makeHostsReady(root) {
  const problems = [
    hasHostingPackages(root) ? undefined : await installHostingPackages(root),
    findNginx(root) === undefined ? fetchNginx(root) : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}
