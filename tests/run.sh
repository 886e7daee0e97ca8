#!/usr/bin/env bash
# Installs what the tests need, builds once, runs the suites, and ends with one line: N passed, N failed, N skipped.
# With CI=true a test that is left out counts as a failure of the run.
set -uo pipefail

usage() {
    cat <<'HELP'
usage: bash tests/run.sh [--quick] [--seed N]

Builds, runs the suites, prints how long each took and its slowest tests, then each test that failed, and ends with N passed, N failed, N skipped.

  --quick    only the suites that need no browser and no PostgreSQL: Domain, Services and Web
  --seed N   the seed of the property tests, as another run printed it; without it one is drawn
  --help     this text

With CI=true a test that is left out counts as a failure. CHROMIUM names the browser; where there is none, one is installed. The tests of the
store run a second time on a PostgreSQL that is installed where it is missing, and started for the run alone.
HELP
}

refuse() {
    echo "$1 See: bash tests/run.sh --help" >&2
    exit 2
}

quick=false
seed=${PEACETRACKER_SEED:-}
while [ $# -gt 0 ]; do
    case "$1" in
        --help | -h)
            usage
            exit 0
            ;;
        --quick) quick=true ;;
        --seed)
            [ $# -gt 1 ] || refuse "--seed needs a number."
            seed=$2
            shift
            ;;
        --seed=*) seed=${1#--seed=} ;;
        *) refuse "There is no option '$1'." ;;
    esac
    shift
done
[ -n "$seed" ] || seed=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
# A number, or the pair in brackets that the message of a failed property shows.
[[ $seed =~ ^([0-9]{1,19}|\([0-9]+,[0-9]+(,[0-9]+)?\))$ ]] || refuse "'$seed' can't be a seed: it has to be a whole number."

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en DEBIAN_FRONTEND=noninteractive
export PEACETRACKER_SEED=$seed
# The tests start many programs, each for a moment: too short for a profile to pay for itself, or for compiling again what is called 30 times.
# The number is hexadecimal.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=400
echo "Seed of the property tests: $seed"

results=$(mktemp -d)
passed=0 failed=0 skipped=0 broken=0

# Ends what is still running, for who breaks off.
clean_up() {
    local job
    for job in $(jobs -p); do kill -- "-$job" 2>/dev/null; done
    end_postgres
    rm -rf "$results"
}
trap clean_up EXIT

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

# The first Chromium that really starts: Ubuntu's package can be an empty shell that asks for snap. The one without windows, tabs and
# an address line of its own comes first: the pages get the same engine, and the processors less to do.
find_chromium() {
    local candidate
    for candidate in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$candidate" ] && candidate=$(command -v "$candidate") && "$candidate" --version >/dev/null 2>&1 || continue
        echo "$candidate"
        return 0
    done
    return 1
}

# The folder of PostgreSQL's programs, the newest that is installed.
find_postgres() {
    local server
    server=$(ls -d /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -n 1)
    [ -n "$server" ] && dirname "$server"
}

# Runs a command as somebody who may run a server: root may not.
as_plain_user() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"); else "$@"; fi
}

# Starts a server on a socket of its own that outlives no run, and says where it is. It may forget what it was told: so it is quick.
start_postgres() {
    local programs settings
    programs=$(find_postgres) || return 1
    postgres=$(mktemp -d /tmp/peacetracker-pg.XXXXXX)
    [ "$(id -u)" -ne 0 ] || chown postgres "$postgres"
    settings="-c listen_addresses= -c unix_socket_directories=$postgres -c max_connections=200 -c fsync=off -c full_page_writes=off"
    settings+=" -c autovacuum=off -c wal_level=minimal -c max_wal_senders=0"
    as_plain_user "$programs/initdb" -D "$postgres/data" -A trust -U postgres -E UTF8 --locale=C.UTF-8 --no-sync >"$results/postgres.log" 2>&1 \
        && as_plain_user "$programs/pg_ctl" -D "$postgres/data" -w -l "$postgres/log" -o "$settings" start >>"$results/postgres.log" 2>&1 \
        || { tail -n 5 "$results/postgres.log"; return 1; }
    server="Host=$postgres;Username=postgres"
}

end_postgres() {
    [ -n "${postgres:-}" ] || return 0
    as_plain_user "$(find_postgres)/pg_ctl" -D "$postgres/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$postgres"
}

# The time that a command took, and the time of processors in it: on a busy machine the first alone says little.
TIMEFORMAT='%0R %0U %0S'
clock() {
    local seconds user system
    read -r seconds user system < <(tail -n 1 "$1")
    printf '%d:%02d (%d:%02d of processor)' $((seconds / 60)) $((seconds % 60)) $(((user + system) / 60)) $(((user + system) % 60))
}

# Runs a suite. What it prints and takes, and whether it failed, is kept in files of its name. "SUITE on PostgreSQL" are the tests of a suite
# that say that they run there: those that don't mind which database, and those of PostgreSQL alone.
run() {
    local suite=$1 database='' filter='Database!=PostgreSql'
    [ "$suite" = "${suite% on PostgreSQL}" ] || database=$server filter='Database=Every|Database=PostgreSql'
    { time PEACETRACKER_TEST_DATABASE=$database dotnet test "tests/${suite% on PostgreSQL}" --no-build -v q --filter "$filter" \
        --logger "trx;LogFileName=$suite.trx" --results-directory "$results" \
        >"$results/$suite.out" 2>&1 || touch "$results/$suite.failed"; } 2>"$results/$suite.time"
    printf '%s\n' "== $suite" "$(cat "$results/$suite.out")"
}

# Runs those of the suites that nobody has begun yet, one after another.
take() {
    local suite
    for suite in "$@"; do
        if mkdir "$results/$suite.begun" 2>/dev/null; then run "$suite"; fi
    done
}

# The tests of a suite that failed: name, message, and where it was.
failures() {
    python3 - "$results/$1.trx" <<'PYTHON'
import sys
from xml.etree import ElementTree

of = "{http://microsoft.com/schemas/VisualStudio/TeamTest/2010}"
for result in ElementTree.parse(sys.argv[1]).iter(of + "UnitTestResult"):
    if result.get("outcome") == "Failed":
        print("Failed: " + result.get("testName"))
        print("\n".join((result.findtext(f".//{of}Message") or "").splitlines()[:20]))
        print("\n".join((result.findtext(f".//{of}StackTrace") or "").splitlines()[:8]))
PYTHON
}

# The ten tests of a suite that took longest.
slowest() {
    echo "Slowest of $1:"
    grep -o '<UnitTestResult [^>]*>' "$results/$1.trx" \
        | sed -n 's/.* testName="\([^"]*\)".* duration="\([^"]*\)".*/\2 \1/p' \
        | sed -e 's/&quot;/"/g' -e 's/&lt;/</g' -e 's/&gt;/>/g' -e 's/&amp;/\&/g' \
        | awk '{ split($1, t, ":"); $1 = ""; printf "%8.1f s %s\n", t[1] * 3600 + t[2] * 60 + t[3], substr($0, 1, 130) }' \
        | sort -rn | head -n 10
}

if ! command -v dotnet >/dev/null && ! install dotnet-sdk-10.0; then
    echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download"
    broken=1
    finish
fi

# The tests run the script of docs/recompute.md; without Python they fail.
if ! command -v python3 >/dev/null; then
    echo "Python 3 isn't here; installing it."
    install python3
fi

# A strict reader of workbooks. Where it can't be installed, the test that asks it is left out.
if ! /usr/bin/python3 -c "import openpyxl" 2>/dev/null; then
    echo "python3-openpyxl isn't here; installing it."
    install python3-openpyxl
fi

with_browser=(PeaceTracker.Browser.Tests)
without_browser=()
for project in tests/*.Tests/*.csproj; do
    suite=$(basename "$project" .csproj)
    [ "$suite" = "${with_browser[0]}" ] || without_browser+=("$suite")
done

# The documents' way of standing behind a proxy is tried with it. A run as a plain user that may install nothing leaves those tests out.
if [ ! -x /usr/sbin/nginx ]; then
    echo "nginx isn't here; installing it."
    install nginx
fi

on_postgres=()
if [ "$quick" = false ]; then
    if ! find_postgres >/dev/null; then
        echo "PostgreSQL isn't here; installing it."
        install postgresql
    fi
    if start_postgres; then
        on_postgres=("PeaceTracker.Tests on PostgreSQL" "PeaceTracker.Web.Tests on PostgreSQL")
    else
        echo "PostgreSQL can't be started, so the tests on it can't be run."
        broken=1
    fi
fi

if [ "$quick" = true ]; then
    with_browser=()
elif ! CHROMIUM=$(find_chromium); then
    echo "Chromium isn't here; installing it."
    install chromium-headless-shell || install chromium
    CHROMIUM=$(find_chromium) || CHROMIUM=
fi
export CHROMIUM=${CHROMIUM:-}

build() {
    local target targets=(PeaceTracker.sln)
    [ "$quick" = false ] || targets=("${without_browser[@]/#/tests/}")
    for target in "${targets[@]}"; do dotnet build "$target" -v q || return; done
}
if ! { time build >&3 2>&1; } 3>&1 2>"$results/build.time"; then
    echo "The build failed, so no test ran."
    broken=1
    finish
fi

# Two lanes: while one waits, for a browser or a server, a processor is free. Each takes the next suite when it is done with one, the long ones
# first, so that both end together.
set -m # each lane a group of processes that can be ended
for lane in 1 2; do
    take "${with_browser[@]}" PeaceTracker.Web.Tests PeaceTracker.Tests "${on_postgres[@]}" "${without_browser[@]}" &
done
set +m
wait

left_out=()
for suite in "${without_browser[@]}" "${on_postgres[@]}" "${with_browser[@]}"; do
    counters=$(grep -o '<Counters [^>]*>' "$results/$suite.trx" 2>/dev/null)
    count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
    if [ -z "$counters" ] || [ "$(count total)" -eq 0 ]; then
        echo "$suite ran no test or did not come to its end."
        broken=1
        continue
    fi

    suite_failed=$(($(count executed) - $(count passed)))
    suite_skipped=$(($(count total) - $(count executed)))
    passed=$((passed + $(count passed))) failed=$((failed + suite_failed)) skipped=$((skipped + suite_skipped))
    # A run that fails with no failed test (a fault while cleaning up, a crash) is a failure all the same.
    if [ -e "$results/$suite.failed" ] && [ "$suite_failed" -eq 0 ]; then
        echo "$suite failed outside its tests."
        broken=1
    fi
    if [ "$suite_skipped" -gt 0 ]; then
        why="see above"
        [ "$suite" != "${with_browser[0]:-}" ] || [ -n "$CHROMIUM" ] || why="no Chromium that starts"
        left_out+=("$suite: $suite_skipped tests left out ($why)")
    fi
    slowest "$suite"
done

echo "Time of the build: $(clock "$results/build.time")"
for suite in "${without_browser[@]}" "${on_postgres[@]}" "${with_browser[@]}"; do echo "Time of $suite: $(clock "$results/$suite.time")"; done
echo "Time of the whole run: $((SECONDS / 60)):$(printf '%02d' $((SECONDS % 60)))"
for suite in "${without_browser[@]}" "${on_postgres[@]}" "${with_browser[@]}"; do
    if [ -e "$results/$suite.failed" ]; then
        echo "== Failures of $suite"
        # What failed outside its tests stands in what it printed.
        if grep -q '<UnitTestResult [^>]*outcome="Failed"' "$results/$suite.trx" 2>/dev/null; then
            failures "$suite"
        else
            tail -n 20 "$results/$suite.out"
        fi
    fi
done
[ "$quick" = false ] || left_out+=("Left out by --quick: the browser, and the tests on PostgreSQL")
if [ "${#left_out[@]}" -gt 0 ]; then printf '%s\n' "${left_out[@]}"; fi
finish
