#!/usr/bin/env bash
# Restores, builds and runs every test project; the last line is the totals.
#   bash tests/run.sh             all tests
#   bash tests/run.sh FILTER      those that a filter names, such as FullyQualifiedName~Undo or Invariant=INV-04
# With CI=true a skipped test fails the run: a machine that lacks something must not look green. Mutants are run too,
# and one that lives fails it.
set -euo pipefail
cd "$(dirname "$0")/.."

# What tests use, and why: strace injects faults into system calls, sqlite3 is any other SQLite client,
# util-linux has setpriv, mount and unshare, faketime steps the wall clock, postgresql is the sync server's other store,
# chromium and firefox-esr are driven by tests of the extension, npm brings what checks it.
install_tools() {
  local missing=()
  command -v strace >/dev/null || missing+=(strace)
  command -v sqlite3 >/dev/null || missing+=(sqlite3)
  command -v setpriv >/dev/null || missing+=(util-linux)
  command -v faketime >/dev/null || missing+=(faketime)
  command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  command -v chromium >/dev/null || missing+=(chromium)
  command -v firefox-esr >/dev/null || missing+=(firefox-esr)
  command -v npm >/dev/null || missing+=(nodejs npm)
  if [ "${#missing[@]}" -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "${missing[@]}" >/dev/null 2>&1 ||
      { apt-get -qq update >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y "${missing[@]}" >/dev/null; } ||
      echo "Could not install: ${missing[*]}" >&2
  fi
}

# What checks the extension, pinned by package-lock.json; anew only where that has changed.
install_checkers() {
  local source=tests/TimeTracker.E2E.Tests folder=.artifacts/npm
  command -v npm >/dev/null || return 0
  if cmp -s "$source/package-lock.json" "$folder/installed.json"; then return 0; fi
  mkdir -p "$folder"
  cp "$source/package.json" "$source/package-lock.json" "$source/.npmrc" "$folder"
  (cd "$folder" && npm ci --prefer-offline --ignore-scripts --no-audit --no-fund --silent &&
    cp package-lock.json installed.json) || echo "Could not install what checks the extension." >&2
}

install_tools
install_checkers &
trap 'dotnet build-server shutdown >/dev/null 2>&1 || true' EXIT

dotnet tool restore >/dev/null
dotnet restore TimeTracker.sln --verbosity quiet
dotnet build TimeTracker.sln --no-restore -c Release --verbosity quiet -nologo
wait # for the checkers

results=.artifacts/test-results
rm -rf "$results"
mapfile -t tests < <(find tests -name '*.Tests.csproj' -exec basename {} .csproj \; | sort)
status=0
assemblies=()
for test in "${tests[@]}"; do assemblies+=(".artifacts/bin/$test/release/$test.dll"); done
# A shell in the background ignores SIGINT and hands that on: what tests start is to be interrupted all the same.
env --default-signal=INT dotnet vstest "${assemblies[@]}" \
  --Parallel --logger:"trx;LogFileName=all.trx" --logger:"console;verbosity=minimal" --ResultsDirectory:"$results" \
  ${1:+--TestCaseFilter:"$1"} || status=$?

# One file of results. A crashed test host drops its tests without counting a failure: the outcome tells.
trx="$results/all.trx"
counters=$(grep -o '<Counters [^>]*>' "$trx")
count() { grep -o " $1=\"[0-9]*\"" <<<"$counters" | grep -o '[0-9]*'; }
total=$(count total) executed=$(count executed) passed=$(count passed)
failed=$((executed - passed)) skipped=$((total - executed))

grep -o 'Missing here: [^<]*' "$trx" | sort | uniq -c | sed 's/^ *\([0-9]*\) /Skipped \1: /' || true
grep -q '<ResultSummary outcome="\(Completed\|Passed\)"' "$trx" || status=1
if [ "$failed" -gt 0 ] || { [ "$skipped" -gt 0 ] && [ "${CI:-}" = true ]; }; then status=1; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "The run failed although no test did: a test host ended early, or a test was skipped under CI=true." >&2
fi

# Whether the tests would notice a guard that is gone; the schemas' mutants are among the tests. Stryker over the
# guards of the domain and of the database is what fits: mutation/README.md says how all of them are run.
if [ "${CI:-}" = true ] && [ -z "${1:-}" ]; then
  mutants() {
    dotnet .artifacts/bin/TimeTracker.MutationLedger/release/TimeTracker.MutationLedger.dll "$@" ||
      { status=1; echo "The run failed: a mutant lives, or the ledger of mutants is wrong; see FAULT above." >&2; }
  }
  mutants --kind setting --kind protocol --kind analyzer
  mutants --kind code --since-file core/TimeTracker.Domain --since-file core/TimeTracker.Sqlite
fi

# Last, where what cuts a long log leaves them: which tests failed, and the first line of why.
awk -v quote='"' '
  /<UnitTestResult / && /outcome="Failed"/ { sub(/.* testName="/, ""); sub(quote ".*", ""); name = $0 }
  name && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print "Failed: " name ": " $0; name = "" }
' "$trx"
if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
exit "$status"
