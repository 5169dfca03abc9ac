// Keeps the whole site for when there is no network. The build puts in the files with their digests, and the base.
const BASE = '__BASE__';
const FILES = new Map(Object.entries(__FILES__));
/** Forms of runs are the most of a big site: there each is kept once somebody has opened it. */
const FORM = /^projects\/.*\/form\/index\.html$/;
const FORMS_AHEAD = __FORMS_AHEAD__;
const CACHE = 'closeout';
const DIGEST = 'x-closeout-digest';
const KEPT = 'x-closeout-kept';
/** Records are true for a while only: what a phone keeps of them is forgotten after seven days. */
const RECORDS = /^(?:customers|embed|projects|today|walkthroughs)(?:\/|\.json|$)/;
const MOST_AGE = 7 * 24 * 60 * 60 * 1000;
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});
self.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return;
  const file = fileOf(url.pathname);
  event.respondWith(file.startsWith('_astro/') || file.startsWith('pagefind/') ? fromCache(file, request) : fromNetwork(file, request));
});

/** The file behind an address, as the build names it. */
function fileOf(path) {
  const inner = decodeURIComponent(path.slice(BASE.length));
  return inner === '' || inner.endsWith('/') ? `${inner}index.html` : inner;
}

/** Fetches what is new or different, a few at a time; one that cannot be had now is tried again at its visit. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const waiting = [...FILES.keys()].filter((file) => FORMS_AHEAD || !FORM.test(file));
  const work = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const known = await cache.match(key(file));
      if (known?.headers.get(DIGEST) === FILES.get(file)) continue;
      const response = await fetch(address(file), { cache: 'no-cache' }).catch(() => undefined);
      if (response?.ok) await keep(cache, file, response);
    }
  };
  await Promise.all(Array.from({ length: 6 }, work));
}

async function forgetOld() {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    const file = new URL(request.url).searchParams.get('file') ?? '';
    const kept = await cache.match(request);
    if (!FILES.has(file) || (kept && isOver(file, kept))) await cache.delete(request);
  }
}

function address(file) {
  return (
    BASE +
    file
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/')
  );
}

/** Kept under a name of our own: headers that vary must not hide what is there. */
function key(file) {
  return `${BASE}?file=${encodeURIComponent(file)}`;
}

async function keep(cache, file, response) {
  const headers = new Headers(response.headers);
  headers.set(DIGEST, FILES.get(file) ?? '');
  headers.set(KEPT, new Date().toISOString());
  const body = await response.arrayBuffer();
  await cache.put(key(file), new Response(body, { status: 200, headers }));
  return new Response(body, { status: 200, headers });
}

function isOver(file, response) {
  return RECORDS.test(file) && Date.now() - Date.parse(response.headers.get(KEPT) ?? '') > MOST_AGE;
}

async function fromCache(file, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key(file));
  if (kept && kept.headers.get(DIGEST) === FILES.get(file)) return kept;
  try {
    const response = await fetch(request);
    return response.ok && FILES.has(file) ? keep(cache, file, response) : response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** What the server says now; what was kept where it does not answer in time. */
async function fromNetwork(file, request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(key(file));
  const late = kept && new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE));
  try {
    const response = await Promise.race([fetch(request), ...(late ? [late] : [])]);
    return response.ok && FILES.has(file) ? keep(cache, file, response) : response;
  } catch {
    if (kept && !isOver(file, kept)) return kept;
    if (kept) await cache.delete(key(file));
    return (await cache.match(key(kept ? 'offline-old/index.html' : 'offline/index.html'))) ?? Response.error();
  }
}
