import { defineCollection, type SchemaContext } from 'astro:content';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { rootFolder } from './root.ts';

const content = pathToFileURL(`${join(rootFolder(), 'site/content')}/`);

/** Of what Starlight takes on top of a page only what the linter knows: a `head` or a `banner` would bring HTML and scripts. */
const docs = (context: SchemaContext) =>
  z.preprocess((facts) => {
    const { title, description, sidebar, tableOfContents, pagefind } = facts as Record<string, unknown>;
    // the last two are for pages of our own, which go through the same schema
    return { title, description, sidebar, ...(tableOfContents === false ? { tableOfContents } : {}), ...(pagefind === false ? { pagefind } : {}) };
  }, docsSchema()(context));

// Only prose lives in a collection. Records, checklists, and the facts on top of a page come through the linter's own
// reader (data.ts, guides.ts), so that the site and CI read the same file the same way.
export const collections = {
  // rendered as the pages are built: what fails earlier, while the collection is read, Astro only logs
  docs: defineCollection({ loader: glob({ base: './site/content/docs', pattern: '**/*.md', deferRender: true }), schema: docs }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  pages: defineCollection({
    loader: glob({ base: content, pattern: '{playbooks,mistakes}/*.mdx', generateId: ({ entry }) => entry.replace(/\.mdx$/, '') }),
  }),
};
