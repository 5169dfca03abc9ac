import { organisation } from '../data.ts';
import { to } from '../links.ts';

/** What a phone needs to put the site on its home screen. */
export function GET(): Response {
  const { organisation: name } = organisation().workspace.config;
  const icon = `${to()}favicon.svg`;
  const manifest = {
    name: `Closeout, ${name}`,
    short_name: 'Closeout',
    description: 'Is a project on at this customer? Checklists, playbooks and the right words.',
    start_url: to(),
    scope: to(),
    display: 'standalone',
    background_color: '#f6f5f0',
    theme_color: '#0b5a58',
    icons: [
      { src: icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: icon, sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'content-type': 'application/manifest+json' } });
}
