#!/usr/bin/env bash
# The action's one step: judges what is checked out, and says what came of it whatever happens.
# Nothing that the change brings is run: the program comes with the action, or from npm into a folder outside the checkout.
set -euo pipefail

reports="$RUNNER_TEMP/closeout"
mkdir -p "$reports"
rm -f "$reports"/closeout.* "$reports/approvals.json"
echo "reports=$reports" >> "$GITHUB_OUTPUT"

# Our own words only: what somebody else wrote would have to be escaped.
cannot_tell() {
  printf '::error title=Closeout could not decide::%s\n' "$1"
  printf '## Closeout could not decide\n\n%s\n' "$1" >> "$GITHUB_STEP_SUMMARY"
  printf 'outcome=undecided\nexit-code=2\nerrors=\nleft=\n' >> "$GITHUB_OUTPUT"
  exit 2
}

cd -- "$GITHUB_WORKSPACE/$FOLDER" 2>/dev/null || cannot_tell 'The working-directory is no folder of the checkout.'
shallow=$(git rev-parse --is-shallow-repository 2>/dev/null) || cannot_tell 'There is no checkout here. Let actions/checkout run first, with fetch-depth: 0.'
[ "$shallow" = false ] || cannot_tell 'Only a part of the history is here, so nobody can tell what the change does. Give actions/checkout fetch-depth: 0.'

lint=(lint --format github "--format=github-summary=$reports/closeout.summary" "--format=json=$reports/closeout.json")

if [ -n "$BASE" ]; then
  base="origin/${BASE#refs/heads/}"
  git rev-parse --verify --quiet "$base^{commit}" > /dev/null || cannot_tell 'The branch that the change goes to is not here. Give actions/checkout fetch-depth: 0.'
  runs=$(git diff --name-only "$base...HEAD" -- records/projects) || cannot_tell 'The change shares no history with the branch that it goes to.'
  [ -n "$runs" ] || echo 'This change touches no run.' | tee -a "$GITHUB_STEP_SUMMARY"
  lint+=("--base=$base")
fi

number=${NUMBER:-${QUEUED##*/pr-}} # a merge queue names the pull request in its branch
number=${number%%-*}
if [ "$APPROVALS" != false ] && [ -n "$BASE" ] && [[ "$number" =~ ^[0-9]+$ ]]; then
  if approvals=$(gh api --paginate "repos/$GITHUB_REPOSITORY/pulls/$number/reviews" --jq '.[] | select(.user and .commit_id) | { account: .user.login, commit: .commit_id, state: (.state | ascii_downcase | gsub("_"; "-")), at: .submitted_at } | @json' | paste -s -d , -); then
    printf '{ "format": "closeout-approvals", "version": 1, "approvals": [%s] }\n' "$approvals" > "$reports/approvals.json"
    lint+=("--approvals=$reports/approvals.json")
  else
    # where closing asks for approved sign-offs, the linter cannot decide without
    echo '::warning title=Closeout::The forge did not say who approved. Give the job the permission "pull-requests: read".'
  fi
fi

for format in $FORMATS; do
  case $format in
    sarif | gitlab) lint+=("--format=$format=$reports/closeout.$format") ;;
    junit) lint+=("--format=junit=$reports/closeout.xml") ;;
    markdown) lint+=("--format=markdown=$reports/closeout.md") ;;
    text) lint+=("--format=text=$reports/closeout.txt") ;;
    *) cannot_tell 'The input "formats" takes sarif, junit, gitlab, markdown and text.' ;;
  esac
done
[ -z "$MAX_WARNINGS" ] || lint+=("--max-warnings=$MAX_WARNINGS")
lint+=(--)
while IFS= read -r path; do [ -z "$path" ] || lint+=("$path"); done <<< "$PATHS"

# A release of the action holds the built program; a branch of it does not.
program="$GITHUB_ACTION_PATH/linter/bin.cjs"
if [ -n "$VERSION" ] || [ ! -f "$GITHUB_ACTION_PATH/dist/cli/cli.cjs" ]; then
  [ -n "$VERSION" ] || VERSION=$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
  [[ "$VERSION" =~ ^[0-9]+\.[0-9]+\.[0-9]+[0-9A-Za-z.-]*$ ]] || cannot_tell 'The input "version" takes a version such as 0.1.0.'
  outside="$RUNNER_TEMP/closeout-program"
  mkdir -p "$outside"
  npm install --prefix "$outside" --ignore-scripts --no-audit --no-fund --silent "closeout@$VERSION" || cannot_tell 'The linter could not be had from npm.'
  program="$outside/node_modules/closeout/linter/bin.cjs"
fi

code=0
node "$program" "${lint[@]}" || code=$?

node -e '
  const { readFileSync } = require("node:fs");
  const [file, code] = process.argv.slice(1);
  const read = () => { try { return JSON.parse(readFileSync(file, "utf8")); } catch { return {}; } };
  const { complete, undecided, runs = [], diagnostics = [] } = read();
  // nothing checked is never clean, whatever the code says
  const decided = complete === true && undecided === undefined && code < 2;
  // ids of runs are made of letters, digits, hyphens and one slash
  const left = runs.filter((each) => each.outcome === "left" && /^[\w.-]+\/[\w.-]+$/.test(each.run)).map((each) => each.run);
  console.log(`outcome=${!decided ? "undecided" : code === "0" ? "clean" : "errors"}`);
  console.log(`exit-code=${!decided && code < 2 ? 2 : code}`);
  console.log(`errors=${decided ? diagnostics.filter((each) => each.severity === "error").length : ""}`);
  console.log(`left=${left.join(" ")}`);
' "$reports/closeout.json" "$code" > "$reports/closeout.outputs"
cat "$reports/closeout.outputs" >> "$GITHUB_OUTPUT"

if [ -f "$reports/closeout.summary" ]; then
  cat "$reports/closeout.summary" >> "$GITHUB_STEP_SUMMARY"
else
  printf '## Closeout could not decide\n\nThe log of this step says why.\n' >> "$GITHUB_STEP_SUMMARY"
fi
exit "$(sed -n 's/^exit-code=//p' "$reports/closeout.outputs")"
