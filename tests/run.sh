#!/usr/bin/env bash
# Installs what the tests need, builds once, runs every suite, and ends with one line: N passed, N failed, N skipped.
# With CI=true a test that is left out counts as a failure of the run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DEBIAN_FRONTEND=noninteractive

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
passed=0 failed=0 skipped=0 broken=0

finish() {
    echo "$passed passed, $failed failed, $skipped skipped"
    if [ "$failed" -gt 0 ] || [ "$broken" -gt 0 ] || [ "$passed" -eq 0 ]; then exit 1; fi
    if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then exit 1; fi
    exit 0
}

# Installs one package; quiet unless it fails.
install() {
    local root=()
    command -v apt-get >/dev/null || { echo "apt-get isn't here, so $1 can't be installed."; return 1; }
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || { echo "$1 can't be installed without root or sudo."; return 1; }
        root=(sudo -n env DEBIAN_FRONTEND=noninteractive)
    fi
    { "${root[@]}" apt-get update -q && "${root[@]}" apt-get install -y -q --no-install-recommends "$1"; } >"$results/apt.log" 2>&1 \
        || { tail -n 5 "$results/apt.log"; return 1; }
}

# The first Chromium that really starts: Ubuntu's package can be an empty shell that asks for snap.
find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$candidate" ] && candidate=$(command -v "$candidate") && "$candidate" --version >/dev/null 2>&1 || continue
        echo "$candidate"
        return 0
    done
    return 1
}

if ! command -v dotnet >/dev/null && ! install dotnet-sdk-10.0; then
    echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"
    broken=1
    finish
fi

if ! CHROMIUM=$(find_chromium); then
    echo "Chromium isn't here; installing it."
    install chromium
    CHROMIUM=$(find_chromium) || CHROMIUM=
fi
export CHROMIUM

if ! dotnet build PeaceTracker.sln -v q; then
    echo "The build failed, so no test ran."
    broken=1
    finish
fi

left_out=()
for project in tests/*.Tests/*.csproj; do
    suite=$(basename "$project" .csproj)
    echo "== $suite"
    dotnet test "$project" --no-build -v q --logger "trx;LogFileName=$suite.trx" --results-directory "$results" || run_failed=1
    counters=$(grep -o '<Counters [^>]*>' "$results/$suite.trx" 2>/dev/null)
    count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
    if [ -z "$counters" ] || [ "$(count total)" -eq 0 ]; then
        echo "$suite ran no test or did not come to its end."
        broken=1
        run_failed=0
        continue
    fi

    suite_failed=$(($(count executed) - $(count passed)))
    suite_skipped=$(($(count total) - $(count executed)))
    passed=$((passed + $(count passed))) failed=$((failed + suite_failed)) skipped=$((skipped + suite_skipped))
    # A run that fails with no failed test (a fault while cleaning up, a crash) is a failure all the same.
    if [ "${run_failed:-0}" -ne 0 ] && [ "$suite_failed" -eq 0 ]; then
        echo "$suite failed outside its tests."
        broken=1
    fi
    run_failed=0
    if [ "$suite_skipped" -gt 0 ]; then
        left_out+=("$suite: $suite_skipped tests left out ($([ -z "$CHROMIUM" ] && echo "no Chromium that starts" || echo "see above"))")
    fi
done

if [ "${#left_out[@]}" -gt 0 ]; then printf '%s\n' "${left_out[@]}"; fi
finish
