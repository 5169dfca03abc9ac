#!/bin/sh
# The gate, for any CI system: judges what the checked-out change does against the branch that it goes to.
#
#   sh ci.sh main --format junit=closeout.xml
#
# What follows the branch goes to closeout lint. Ends with its answer: 0 may pass, 1 may not, 2 nobody can tell.
# Needs Node 22.12 or newer, git, and the whole history. Keep this file under code owners: it is the judge.
set -eu

cannot_tell() {
  printf 'Could not decide: %s\n' "$1" >&2
  exit 2
}

[ $# -ge 1 ] && [ -n "$1" ] || cannot_tell 'name the branch that the change goes to.'
base=$1
shift
shallow=$(git rev-parse --is-shallow-repository) || cannot_tell 'there is no git repository here.'
[ "$shallow" = false ] || cannot_tell 'only a part of the history is here. Have the whole of it fetched.'
git fetch --quiet origin "+refs/heads/$base:refs/remotes/origin/$base" || cannot_tell 'the branch that the change goes to could not be fetched.'
runs=$(git diff --name-only "origin/$base...HEAD" -- records/projects) || cannot_tell 'the change shares no history with its branch.'
[ -n "$runs" ] || echo 'This change touches no run.'

# the program comes from outside the checkout, so that a change cannot bring its own judge
outside=$(mktemp -d)
trap 'rm -rf "$outside"' EXIT
npx --yes --prefix "$outside" closeout@0.1.0 lint --base "origin/$base" "$@"
