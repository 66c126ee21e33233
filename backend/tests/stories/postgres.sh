# A PostgreSQL server for one run of tests. $1: the folder of its programs; the rest: its settings. It says where its
# socket is, and lives until its standard input closes: when the tests end, however they end.
set -e
programs=$1
shift
folder=$(mktemp -d /tmp/alo-postgres-XXXXXX)
server=
finish() {
    if [ -n "$server" ]; then
        kill -INT "$server" 2>/dev/null || true
        wait "$server" || true
    fi
    rm -rf "$folder"
}
trap finish EXIT
cd "$folder"
# A language that sorts unlike bytes, where this PostgreSQL can: nothing may depend on it.
"$programs/initdb" -D data -A trust -U alo -E UTF8 --locale-provider=icu --icu-locale=vi-VN >log 2>&1 \
    || { rm -rf data; "$programs/initdb" -D data -A trust -U alo -E UTF8 --locale=C >log 2>&1; } \
    || { cat log >&2; exit 1; }
"$programs/postgres" -D data -k "$folder" -c listen_addresses= -c max_connections=300 "$@" >>log 2>&1 </dev/null &
server=$!
until "$programs/pg_isready" -q -h "$folder" -U alo -d postgres; do
    kill -0 "$server" 2>/dev/null || { cat log >&2; exit 1; }
    sleep 0.05
done
echo "$folder"
while read -r _; do :; done
