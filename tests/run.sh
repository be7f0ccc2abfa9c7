#!/usr/bin/env bash
# Builds everything, checks the formatting, runs every test and tries the commands of README.md.
#
#   bash tests/run.sh
#
# Needs the .NET 10 SDK. What some tests need (chromium-headless-shell, fonts-noto-cjk) is installed where this may be done; elsewhere
# those tests are skipped and named. The last line is the sum; a part that could not run counts as a failure.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# The texts of the tools are read below, whatever language the machine speaks.
export LC_ALL=C DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Build nodes that outlive this script would keep its output open.
export MSBUILDDISABLENODEREUSE=1

readonly LONGEST_PROJECT=900 # seconds; a project that takes longer hangs
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
passed=0 failed=0 skipped=0

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

# broken PART [LOG]: a part that did not do its work.
broken() {
    failed=$((failed + 1))
    echo "BROKEN  $1"
    [ $# -lt 2 ] || sed 's/^/    /' "$2" | tail -n 60
}

install_what_tests_need() {
    local missing=()
    command -v chromium-headless-shell > /dev/null || missing+=(chromium-headless-shell)
    fc-list :lang=zh 2> /dev/null | grep -q . || missing+=(fonts-noto-cjk)
    # LibreOffice is too large to install for a few tests of old formats; they are skipped and named.
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
        export DEBIAN_FRONTEND=noninteractive
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } > "$logs/apt" 2>&1 && return 0
    fi
    echo "missing ${missing[*]}: the tests that need them are skipped"
}

build() {
    echo "build   PlanSearch.sln, Release, warnings are errors"
    dotnet build PlanSearch.sln -c Release -v quiet > "$logs/build" 2>&1 && return 0
    grep -E ': (error|warning) ' "$logs/build" | sort -u > "$logs/build-errors"
    [ -s "$logs/build-errors" ] || cp "$logs/build" "$logs/build-errors"
    broken build "$logs/build-errors"
    return 1
}

# Style and analyzers are part of the build; what is left is whitespace.
check_format() {
    echo "format  whitespace"
    dotnet format whitespace PlanSearch.sln --verify-no-changes --no-restore > "$logs/format" 2>&1 || broken format "$logs/format"
}

# test_project FOLDER: runs one project and adds its counts.
test_project() {
    local name log counts
    name=$(basename "$1")
    log="$logs/$name"
    timeout "$LONGEST_PROJECT" dotnet test "$1" -c Release --no-build > "$log" 2>&1
    local exit_code=$?
    counts=$(sed -nE 's/.*Failed: +([0-9]+), Passed: +([0-9]+), Skipped: +([0-9]+), Total: +([0-9]+).*/\1 \2 \3 \4/p' "$log" | tail -n 1)
    if [ -z "$counts" ]; then
        broken "$name (exit $exit_code, no result)" "$log"
        return
    fi
    read -r f p s total <<< "$counts"
    failed=$((failed + f)) passed=$((passed + p)) skipped=$((skipped + s))
    echo "test    $name: $p passed, $f failed, $s skipped"
    sed -nE 's/^.*\] +(.*) \[SKIP\]$/        skipped: \1/p' "$log"
    if [ "$f" -gt 0 ]; then
        sed 's/^/    /' "$log"
    elif [ "$total" -eq 0 ]; then
        broken "$name ran no test" "$log"
    elif [ "$exit_code" -ne 0 ]; then
        broken "$name (exit $exit_code)" "$log"
    fi
}

try_readme() {
    local counts
    bash tests/try-readme.sh > "$logs/readme" 2>&1
    local exit_code=$?
    counts=$(sed -nE 's/^([0-9]+) tried, ([0-9]+) failed$/\1 \2/p' "$logs/readme")
    if [ -z "$counts" ]; then
        broken "README.md (exit $exit_code, no result)" "$logs/readme"
        return
    fi
    read -r tried f <<< "$counts"
    failed=$((failed + f)) passed=$((passed + tried - f))
    echo "readme  README.md: $((tried - f)) passed, $f failed"
    [ "$f" -eq 0 ] || sed 's/^/    /' "$logs/readme"
}

command -v dotnet > /dev/null || { broken "dotnet: install the .NET 10 SDK"; finish; }
install_what_tests_need
build || finish
check_format
projects=0
for project in tests/*.Tests; do
    test_project "$project"
    projects=$((projects + 1))
done
[ "$projects" -gt 0 ] || broken "no test project was found"
try_readme
finish
