#!/usr/bin/env bash
# curl-jq.sh <uri of the sandbox server> <file>: writes the hydrated catalogue as CSV, with shell tools. Prints a BENCH line.
set -euo pipefail
start=$(date +%s.%N)
columns='["yearlyProductCode","productCode","offerYear","title","evolutionType","price","iPackPrice","moduleDuration","commercialDuration","trainingMethod","deliveryMode","languages","cities","level","range","familyOfferId","professionalChallengesId","bestSeller","picto4Real","internationalProduct","partners","cpf","cpfCode","rsCode","rncpCode","availableCpfCities","certification","certificationInclude","certifier","jobSheetTitle","jobSheetUrl","modalityTitle","marketingTitle","noticeUrl","noticeUrlPdf","titles","formula","catalogTopicRelations","relatedProducts","notice"]'
rows='def item: if type == "object" then .label // .text // .relatedProductCode // .catalogTopicId // .introductionTitle // .days // "" | tostring else tostring end;
    .data[] as $product | [ $columns[] | $product[.] | if type == "array" then map(item) | join("; ") elif type == "object" then item else . end ] | @csv'
token=$(curl -s -d 'grant_type=client_credentials&client_id=sandbox-client&client_secret=sandbox-secret&scope=api-cegos' "$1cegos/auth/connect/token" | jq -r .access_token)
jq -nr --argjson columns "$columns" '$columns | @csv' > "$2"
page=1 pages=1
while [ "$page" -le "$pages" ]; do
    curl -s -H "Authorization: Bearer $token" "$1cegos/catalog/v1/Products?pageNumber=$page&hydrate=true" -o "$2.page"
    if [ "$page" -eq 1 ]; then pages=$(jq .totalPages "$2.page"); fi
    jq -r --argjson columns "$columns" "$rows" "$2.page" >> "$2"
    page=$((page + 1))
done
rm -f "$2.page"
LC_ALL=C awk -v s="$start" -v e="$(date +%s.%N)" 'BEGIN { printf "BENCH %.4f 0 0\n", e - s }'
