import type { ManualChunkMeta } from "rollup";

/** Parts used by at least this many pages go into one shared chunk, because every page needs most of them. */
const MANY_PAGES = 6;

/**
 * Puts the parts that many lazy pages share into one chunk. By default, Rollup writes one chunk for each set of pages,
 * which results in hundreds of small files.
 *
 * @param isPart whether a module is a part of the library
 */
export const sharedChunk = (isPart: (id: string) => boolean) => {
  const known = new Map<string, ReadonlySet<string>>();

  const pagesOf = (id: string, getModuleInfo: ManualChunkMeta["getModuleInfo"]): ReadonlySet<string> => {
    const before = known.get(id);
    if (before) return before;
    const pages = new Set<string>();
    known.set(id, pages);
    const info = getModuleInfo(id);
    if (info && info.dynamicImporters.length > 0) pages.add(id);
    for (const importer of info?.importers.filter(isPart) ?? []) {
      pagesOf(importer, getModuleInfo).forEach((page) => pages.add(page));
    }
    return pages;
  };

  return (id: string, { getModuleInfo }: ManualChunkMeta) =>
    isPart(id) && pagesOf(id, getModuleInfo).size >= MANY_PAGES ? "console" : undefined;
};
