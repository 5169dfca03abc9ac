import { unified } from '@astrojs/markdown-remark';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { showsRecords } from './site/data.ts';
import { finish } from './site/finish.ts';
import { onlyContent } from './site/only-content.ts';
import { wholeOptions } from './site/whole-options.ts';
import { withBase } from './site/with-base.ts';

const records = showsRecords();
const base = process.env.CLOSEOUT_BASE ?? '/';
const out = process.env.CLOSEOUT_OUT ?? './dist/site';

/** Pages of the records, by address. They lie outside `site/pages`, so that a public site has no route for them at all. */
const recordPages = {
  // judging a run takes the names of people
  '/checklists/[checklist]/form': './site/records/checklists/form.astro',
  '/customers': './site/records/customers/index.astro',
  '/customers/[customer]': './site/records/customers/[customer].astro',
  '/customers/[customer].json': './site/records/customers/[customer].json.ts',
  '/customers.json': './site/records/customers.json.ts',
  '/embed/customers/[customer]': './site/records/embed/[customer].astro',
  '/projects': './site/records/projects.astro',
  '/projects/[customer]/[project]/form': './site/records/projects/form.astro',
  '/today': './site/records/today.astro',
  '/walkthroughs': './site/records/walkthroughs.astro',
};
const missing = records ? [] : Object.keys(recordPages).flatMap((page) => (page.includes('[') ? [] : [`${page}/`]));

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
  { label: 'Playbooks', link: '/playbooks/' },
  { label: 'Updates', link: '/updates/' },
  { label: 'Phrases', link: '/phrases/' },
  { label: 'Mistakes', link: '/mistakes/' },
  ...(records ? [{ label: 'Walkthroughs', link: '/walkthroughs/' }] : []),
  { label: 'Rules', link: '/rules/' },
  { label: 'Docs', items: [{ autogenerate: { directory: 'docs' } }] },
];

export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: out,
  // its own cache for each output, so that two builds at a time do not write into one
  cacheDir: out === './dist/site' ? './node_modules/.astro' : `${out}.cache`,
  base,
  trailingSlash: 'always',
  markdown: {
    // Astro's own processor takes no remark plugins. Order counts: a page is judged as its author wrote it.
    processor: unified({ remarkPlugins: [onlyContent, [withBase, { base, missing }], wholeOptions], smartypants: { dashes: false, ellipses: false } }),
  },
  vite: {
    // Starlight needs js-yaml 4 and the linter 5: bundled, each finds its own
    environments: { prerender: { resolve: { noExternal: ['js-yaml'] } } },
    // Astro marks each page of a collection with a directive of its own, and the command's lazy loading does nothing in a build
    build: {
      rolldownOptions: {
        checks: { moduleLevelDirective: false, ineffectiveDynamicImport: false },
        // importing a module of the linter does nothing by itself: a page gets those that it calls, not all behind the door
        treeshake: { moduleSideEffects: [{ test: /[\\/]linter[\\/]/, sideEffects: false }] },
      },
    },
  },
  integrations: [
    starlight({
      title: 'Closeout',
      description: 'Checklists as code: what support must see before a project counts as closed.',
      favicon: '/favicon.svg',
      disable404Route: true,
      pagination: false,
      // a line that wraps needs no sideways scrolling, by finger or by keyboard; a drawn window around a command says nothing,
      // and its name would be found by the search
      expressiveCode: { defaultProps: { wrap: true, overridesByLang: { 'console,powershell,sh': { frame: 'none' } } } },
      customCss: [
        './site/styles/colours.css',
        './site/styles/sheet.css',
        './site/styles/panel.css',
        './site/styles/checklist.css',
        './site/styles/guide.css',
        './site/styles/print.css',
        './site/styles/motion.css',
      ],
      components: {
        Head: './site/components/Head.astro',
        Search: './site/components/Search.astro',
        SiteTitle: './site/components/SiteTitle.astro',
        Footer: './site/components/Footer.astro',
        PageTitle: './site/components/PageTitle.astro',
        MarkdownContent: './site/components/MarkdownContent.astro',
      },
      sidebar,
    }),
    closeoutRecords,
    noSitemap,
    // last: it reads what the others wrote
    finish(base, './site/offline/worker.js'),
  ],
});
