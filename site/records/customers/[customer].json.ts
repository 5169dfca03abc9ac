import type { APIRoute, GetStaticPaths } from 'astro';
import { organisation } from '../../data.ts';
import { type CustomerView, customers } from '../../panel.ts';
import { panelData } from '../../panel-data.ts';

export const getStaticPaths = (() => customers().map((customer) => ({ params: { customer: customer.id }, props: { customer } }))) satisfies GetStaticPaths;

/** A customer's panel for programs. */
export const GET: APIRoute<{ customer: CustomerView }> = ({ props }) => Response.json(panelData(props.customer, organisation()));
