import type { APIRoute } from 'astro';
import { customers } from '../panel.ts';

/** Names and aliases for the customer box of every page, and nothing else. */
export const GET: APIRoute = () => Response.json(customers().map(({ id, name, aliases }) => ({ id, name, aliases })));
