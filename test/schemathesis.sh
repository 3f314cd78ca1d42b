#!/usr/bin/env bash
# Throws made-up requests at every route of the API, as its OpenAPI document allows and forbids them: no answer may be a 5xx, none may have a
# status or a shape that the document does not tell. Needs Python; Schemathesis comes from PyPI into a folder of its own.
#   test/schemathesis.sh [EXAMPLES]
set -euo pipefail
cd "$(dirname "$0")/.."
examples="${1:-40}"
folder="$(mktemp -d)"
venv="${SCHEMATHESIS_VENV:-$folder/venv}"
[ -x "$venv/bin/schemathesis" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install --quiet schemathesis; }
export PATH="$PWD/node_modules/.bin:$PATH"
trap '[ -n "${server:-}" ] && kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
READOUT_STORE="$folder/room.db" PORT=4871 node scripts/start-room.ts > "$folder/server.log" 2>&1 &
server=$!
for _ in $(seq 120); do curl -sf http://127.0.0.1:4871/health > /dev/null && break; sleep 1; done
# Listening never ends, and reading a text takes longer than the rest: the first is left to its own tests.
"$venv/bin/schemathesis" run http://127.0.0.1:4871/openapi.json \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance \
  --exclude-path /events --max-examples "$examples" --seed 1 --request-timeout 30 --no-color
