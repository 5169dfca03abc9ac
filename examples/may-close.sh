#!/bin/sh
# Asks Closeout's site whether a project may close.
#
#   may-close.sh https://closeout.msp.example northwind northwind/office-move
#
# The project is Closeout's id or, where the run names it, the PSA's number.
# Ends with 0 for yes, 1 for no, 2 where nobody can tell. Only 0 is a yes.
# An answer of more than MOST_DAYS days ago (2) is no answer.
set -u

cannot_tell() {
  printf 'Could not tell: %s\n' "$1" >&2
  exit 2
}

[ $# -eq 3 ] || cannot_tell 'name the site, the customer and the project.'
case $2 in *[!a-z0-9-]* | '') cannot_tell 'the customer is its id in customers.yaml, such as northwind.' ;; esac
command -v curl >/dev/null && command -v jq >/dev/null || cannot_tell 'curl and jq are needed.'

# a redirect counts as a failure: it leads to a sign-in page
json=$(curl --fail --silent --location --max-redirs 0 --max-time 20 --max-filesize 10000000 "${1%/}/customers/$2.json") ||
  cannot_tell 'the site did not answer, or does not know this customer.'

answer=$(printf '%s' "$json" | jq --raw-output --arg project "$3" --argjson days "${MOST_DAYS:-2}" '
  def day(away): now + away * 86400 | strftime("%Y-%m-%d");
  if .format != "closeout-customer" or .version != 1 then "? this is not the JSON of a customer."
  elif .sample != false then "? this is the sample, which is invented."
  elif (.asOf | type) != "string" or .asOf < day(-$days) or .asOf > day(1) then "? the answer is of \(.asOf). Is the site built every night?"
  elif .complete != true then "? a record of this customer cannot be read."
  else [.projects[] | select(.id == $project or .psa == $project)]
    | if length != 1 then "? \(length) projects have this id or number."
      elif .[0].mayClose == true then "yes"
      elif .[0].mayClose == false then "no \(.[0].left)"
      else "? it does not say whether the project may close."
      end
  end' 2>/dev/null | tr -d '\000-\037') || cannot_tell 'what came is no JSON. Is a sign-in page in between?'

case $answer in
  yes) printf 'It may close.\n' ;;
  'no '*)
    printf 'It may not close yet. What is left: %s\n' "${answer#no }"
    exit 1
    ;;
  '? '*) cannot_tell "${answer#\? }" ;;
  *) cannot_tell 'what came is no JSON. Is a sign-in page in between?' ;;
esac
