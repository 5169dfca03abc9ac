/** Address of a page of this site, with the base path in front: `to('customers', id)` is `/base/customers/<id>/`. */
export function to(...steps: readonly string[]): string {
  const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');
  return steps.length === 0 ? base : `${base}${steps.map((step) => encodeURIComponent(step)).join('/')}/`;
}

/** Address of an item's place in its checklist's page. */
export function toItem(checklist: string, item: string): string {
  return `${to('checklists', checklist)}#${encodeURIComponent(item)}`;
}

/** The id of a project's place in a page: `northwind/office-move` has a slash, which an anchor had better not. */
export function anchorOf(project: string): string {
  return project.replaceAll('/', '--');
}

/** Address of a project's place in its customer's panel. */
export function toProject(project: string): string {
  return `${to('customers', project.split('/')[0] ?? '')}#${encodeURIComponent(anchorOf(project))}`;
}

/** A web address that a link may carry: anything but http and https is left out. */
export function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\//i.test(text) ? text : undefined;
}

/** The number of a phone field as a `tel:` address; an extension after `x` is dialled after the call is up. */
export function telephone(phone: string): string {
  const [number = '', extension] = phone.toLowerCase().split('x');
  const digits = number.replace(/[^0-9+]/g, '');
  const more = extension?.replace(/[^0-9]/g, '');
  return more ? `tel:${digits};ext=${more}` : `tel:${digits}`;
}
