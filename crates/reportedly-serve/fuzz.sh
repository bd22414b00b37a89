#!/usr/bin/env bash
# Asks the API for all that its own description allows, and for what it does not (schemathesis): no answer may
# be a server error, or one that the description does not have. Needs Python 3.10; keeps its tools under target.
set -euo pipefail
cd "$(dirname "$0")/../.."

target=${CARGO_TARGET_DIR:-$PWD/target}
program=${REPORTEDLY:-$target/release/reportedly}
tools=$target/schemathesis
if [ ! -x "$tools/bin/schemathesis" ] && ! { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet 'schemathesis~=4.32'; }; then
    echo "SKIPPED: the schema fuzzer needs Python 3.10 with venv, and pip"
    exit 0
fi

folder=$(mktemp -d)
"$program" add --quiet --library "$folder/news.db" examples
"$program" serve --port 0 --library "$folder/news.db" >"$folder/address" &
server=$!
trap 'kill $server 2>/dev/null || true; wait $server || true; rm -r "$folder"' EXIT
for _ in $(seq 50); do [ -s "$folder/address" ] || sleep 0.1; done
address=$(head -n 1 "$folder/address")

claim=$("$program" search engines --library "$folder/news.db" --json | head -n 1 | grep -o '"claim_id":"[0-9a-f]*"' | cut -d '"' -f 4)

# once with whatever comes, once with ids that are there
cd "$folder"
fuzz() {
    "$tools/bin/schemathesis" --no-color run "${address}api/v1/openapi.json" --max-time "$1" --seed 7 \
        --phases examples,coverage,fuzzing --request-timeout 30 --warnings off \
        --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance
}
fuzz 40
printf '[parameters]\n"path.id" = "sorrel-herald-1"\n"query.doc_id" = "sorrel-herald-1"\n"query.claim_id" = "%s"\n' "$claim" >schemathesis.toml
fuzz 30
kill $server && wait $server
"$program" verify --library "$folder/news.db"
