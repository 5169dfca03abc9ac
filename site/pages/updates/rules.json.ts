import type { APIRoute } from 'astro';
import { draftRules } from '../../phrases.ts';

/** The phrase rules as a file of their own: every template's page asks for it once somebody writes, and the browser keeps it. */
export const GET: APIRoute = () => new Response(draftRules(), { headers: { 'content-type': 'application/json' } });
