#!/usr/bin/env bash
# curl-jq.sh <uri of the sandbox server> <file>: the hydrated catalogue as CSV, the way it is done in a shell. Prints a BENCH line.
set -euo pipefail
start=$(date +%s.%N)
token=$(curl -s -d 'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos' "$1cegos/auth/connect/token" | jq -r .access_token)
page=1 pages=1
: > "$2"
while [ "$page" -le "$pages" ]; do
    curl -s -H "Authorization: Bearer $token" "$1cegos/catalog/v1/Products?pageNumber=$page&hydrate=true" -o "$2.page"
    if [ "$page" -eq 1 ]; then pages=$(jq .totalPages "$2.page"); fi
    jq -r '.data[] | [ .[] | if type == "array" then map(if type == "object" then (.label // .text // .relatedProductCode // .catalogTopicId // "" | tostring) else tostring end) | join("; ")
        elif type == "object" then (.label // .introductionTitle // .days // "") else . end ] | @csv' "$2.page" >> "$2"
    page=$((page + 1))
done
rm -f "$2.page"
LC_ALL=C awk -v s="$start" -v e="$(date +%s.%N)" 'BEGIN { printf "BENCH %.4f 0 0\n", e - s }'
