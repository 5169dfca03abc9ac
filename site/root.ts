/** Where the organisation's files lie: CLOSEOUT_ROOT names another folder than the current one. */
export function rootFolder(): string {
  return process.env['CLOSEOUT_ROOT'] ?? process.cwd();
}
