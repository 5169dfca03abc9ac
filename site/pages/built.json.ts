/** When the site was built: a file of its own, so that no page changes only because of it. */
export function GET(): Response {
  return Response.json({ built: new Date().toISOString() });
}
