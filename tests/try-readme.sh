#!/usr/bin/env bash
# Tries the fenced sh blocks of README.md in their order, as a reader would, from the root of the checkout.
#
# The block that serves is started and asked until it is ready; the blocks after it talk to it; at the end it is ended by its pid.
# The block that runs the tests is not tried: it is what calls this. Ends with one line: N tried, N failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

readonly DEFAULT_PORT=5080
tried=0 failed=0 server=''
work=$(mktemp -d)

end_server() {
    [ -n "$server" ] || return 0
    kill -TERM -- "-$server" 2> /dev/null
    wait "$server" 2> /dev/null
    server=''
}
# The commands build the default index: one that is there already is put aside and comes back.
aside=artifacts/index-aside.$$
put_aside() {
    [ -d index-data/index ] || return 0
    mkdir -p artifacts && mv index-data/index "$aside"
}
bring_back() {
    rm -rf index-data/index
    [ ! -d "$aside" ] || mv "$aside" index-data/index
}

put_aside || exit 1
trap 'end_server; bring_back; rm -rf "$work"' EXIT

# Another service may hold the port of the README; then the next free one stands for it.
port=$DEFAULT_PORT
while (exec 3<> "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do
    port=$((port + 1))
done
export ASPNETCORE_URLS="http://localhost:$port"

# An answer that is an error fails the block.
curl() { command curl --fail --silent --show-error "$@"; }
export -f curl

awk -v work="$work" '/^```sh$/ { n++; inside = 1; next } /^```$/ { inside = 0 } inside { print > sprintf("%s/%03d", work, n) }' README.md

serve() {
    set -m # a process group of its own, so that all of it can be ended
    bash "$1" > "$work/server.log" 2>&1 &
    server=$!
    set +m
    command curl --silent --output /dev/null --fail --retry 120 --retry-delay 1 --retry-all-errors "http://localhost:$port/health/ready"
}

for block in "$work"/[0-9]*; do
    [ -e "$block" ] || break
    if grep -q '^bash tests/run.sh' "$block"; then
        continue
    fi
    sed -i "s/localhost:$DEFAULT_PORT/localhost:$port/g" "$block"
    tried=$((tried + 1))
    if grep -q -- '--project src/PlanSearch.Web' "$block"; then
        serve "$block" > "$work/log" 2>&1
    elif grep -q '^export ' "$block"; then
        # shellcheck source=/dev/null
        source "$block" > "$work/log" 2>&1
    else
        bash -euo pipefail "$block" > "$work/log" 2>&1
    fi && [ -s "$block" ] && continue
    failed=$((failed + 1))
    echo "FAILED:"
    cat "$block"
    tail -n 20 "$work/log"
    [ ! -e "$work/server.log" ] || tail -n 20 "$work/server.log"
done
end_server
[ "$tried" -gt 0 ] || { echo "README.md has no sh block"; failed=1; }
echo "$tried tried, $failed failed"
