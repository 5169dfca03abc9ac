import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { showsRecords } from './site/data.ts';

const records = showsRecords();
const out = process.env.CLOSEOUT_OUT ?? './dist/site';

/** Pages of the records, by address. They lie outside `site/pages`, so that a public site has no route for them at all. */
const recordPages = {
  '/customers': './site/records/customers/index.astro',
  '/customers/[customer]': './site/records/customers/[customer].astro',
  '/projects': './site/records/projects.astro',
  '/today': './site/records/today.astro',
};

const closeoutRecords = {
  name: 'closeout-records',
  hooks: {
    'astro:config:setup': ({ injectRoute }) => {
      if (!records) return;
      for (const [pattern, entrypoint] of Object.entries(recordPages)) injectRoute({ pattern, entrypoint, prerender: true });
    },
  },
};

// Starlight adds a sitemap by itself; a site of internal records must not hand out a list of its pages.
const noSitemap = { name: '@astrojs/sitemap', hooks: {} };

const sidebar = [
  { label: 'Home', link: '/' },
  ...(records
    ? [
        { label: 'Today', link: '/today/' },
        { label: 'Customers', link: '/customers/' },
        { label: 'Projects', link: '/projects/' },
      ]
    : []),
  { label: 'Checklists', link: '/checklists/' },
  { label: 'Rules', link: '/rules/' },
  { label: 'Docs', items: [{ autogenerate: { directory: 'docs' } }] },
];

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: out,
  // its own cache for each output, so that two builds at a time do not write into one
  cacheDir: out === './dist/site' ? './node_modules/.astro' : `${out}.cache`,
  base: process.env.CLOSEOUT_BASE ?? '/',
  trailingSlash: 'always',
  // Starlight needs js-yaml 4 and the linter 5: bundled, each finds its own
  vite: { environments: { prerender: { resolve: { noExternal: ['js-yaml'] } } } },
  integrations: [
    starlight({
      title: 'Closeout',
      description: 'Checklists as code: what support must see before a project counts as closed.',
      favicon: '/favicon.svg',
      disable404Route: true,
      pagination: false,
      // a line that wraps needs no sideways scrolling, by finger or by keyboard
      expressiveCode: { defaultProps: { wrap: true } },
      customCss: ['./site/styles/colours.css', './site/styles/sheet.css', './site/styles/panel.css', './site/styles/checklist.css', './site/styles/print.css'],
      components: {
        Head: './site/components/Head.astro',
        SiteTitle: './site/components/SiteTitle.astro',
        Footer: './site/components/Footer.astro',
        PageTitle: './site/components/PageTitle.astro',
      },
      sidebar,
    }),
    closeoutRecords,
    noSitemap,
  ],
});
