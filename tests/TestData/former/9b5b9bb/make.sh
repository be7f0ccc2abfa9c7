#!/usr/bin/env bash
# Makes everything here anew that a program makes. What people wrote stays: README.md, make.sh, token-secret.txt, search-addresses.txt,
# and the plans with their sidecar.
#
#   git worktree add ../former 9b5b9bb
#   bash make.sh ../former
#
# Needs the .NET 10 SDK, curl and jq. Times, ids of segments and all that hangs on them differ from one making to the next.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "${1:?name a checkout of 9b5b9bb}" && pwd)
[[ $(git -C "$checkout" rev-parse HEAD) == 9b5b9bb* ]] || { echo "$checkout is no checkout of 9b5b9bb" >&2; exit 2; }

# The index remembers where its plans lay.
readonly work=/tmp/plansearch-9b5b9bb port=${PORT:-5179}
readonly site=http://127.0.0.1:$port
mkdir "$work"
server=''
clean() {
    [ -z "$server" ] || kill "$server"
    rm -rf "$work"
}
trap clean EXIT
export MSBUILDDISABLENODEREUSE=1 DOTNET_NOLOGO=1
dotnet build "$checkout/src/PlanSearch.Cli" -c Release -v quiet
program=$checkout/src/PlanSearch.Cli/bin/Release/net10.0/plansearch
plansearch() { "$program" "$@"; }
ask() { curl --fail --silent --show-error "$@"; }

cd "$here"
rm -rf index index.snapshot topics.yaml metadata-export.csv plans/metadata.csv certificate-* clip-link.txt clips.json feed.txt token.txt
rm -rf answers
mkdir answers
# The topic sets of that time count for an index that lies beside them.
cp "$checkout/index-data/topics.yaml" .
cp topics.yaml "$work"

# 1. The index. At first two paragraphs of linyi have other words, lvgang is not there yet, and there is one more plan.
cd "$work"
cp -r "$here/plans" plans
rm plans/lvgang.*
sed -i 's/抢抓氢能产业窗口期/把握氢能产业窗口期/; s/年产 3000 吨电解水制氢/年产 2000 吨电解水制氢/' plans/linyi.txt
sed 's/云渠/旧渠/g' plans/yunqu.txt > plans/jiuqu.txt
plansearch index plans --index index
rm plans/jiuqu.txt
cp "$here"/plans/lvgang.* "$here/plans/linyi.txt" plans
plansearch index plans --index index

# 2. A metadata table is what was exported, kept for one plan and corrected.
plansearch meta export exported.csv --index index
awk -F, -v OFS=, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print }
    /^yunqu,/ { $(at["地区"]) = "岚江省/临漪市"; $(at["层级"]) = "地级"; $(at["类型"]) = "专项规划"; print }' exported.csv > plans/metadata.csv
plansearch index plans --index index
plansearch meta export "$here/metadata-export.csv" --index index
cp plans/metadata.csv "$here/plans"
plansearch verify --index index
plansearch snapshot "$here/index.snapshot" --index index
cp -r index "$here/index"

# 3. Certificates, and other files that hold one.
certify() { plansearch search "${@:2}" --index index --certificate "$here/certificate-$1.json" > "$1.txt"; }
certify literal 氢能
certify two-words '氢能 储能' --mode expression
certify level-and-part 氢能 --level 地级 --part 专栏
certify without-level 氢能 --level -县级 --level -功能区
certify fields '部位:专栏 层级:地级|县级 氢能' --mode expression
certify topic '#氢能'
certify topic-of-level '#氢能!加氢' --level 地级 --type 行动计划
certify contents 建设环湖科创高地
certify cover 霁湖区
plansearch search 氢能 --part -标题 --level 地级 --size 1 --format json --index index > "$here/certificate-of-answer.json"
plansearch mentions 氢能 --part 专栏 --level 地级 --format csv --index index > "$here/certificate-of-export.csv"
plansearch mentions 氢能 --part 专栏 --level 地级 --format jsonl --index index > "$here/certificate-of-export.jsonl"

# 4. Tokens, in this order.
PlanSearch__TokenSecrets=$(< "$here/token-secret.txt")
export PlanSearch__TokenSecrets
token() { plansearch token "$@" --expires 2099-12-31 --index index; }
{
    token --scope level=地级
    token --scope region=岚江省/临漪市
    token --scope level=-县级 --scope type=行动计划 --scope type=专项规划
} > "$here/token.txt"

# 5. What only the site makes.
PlanSearch__BuildOnStart=false PlanSearch__PublicUrl=https://guihua.example "$program" serve --index index --urls "$site" > serve.log 2>&1 &
server=$!
ask --retry 60 --retry-delay 1 --retry-all-errors "$site/health/ready" > ready.json 2> waiting.txt
# An address as people read it -> as it is sent: blanks and Han characters are percent-encoded, the rest stays.
encoded() { jq --null-input --raw-output --arg text "$1" '$text | split("") | map(if test("[!-~]") then . else @uri end) | join("")'; }
get() { ask "$site$(encoded "$1")"; }
public=https://guihua.example
numbers='{mode, normalForm, filters, mentions, records, plans, plansWithout, plansSearched, excluded}'

# 6. Addresses of a feed, as the feed itself states them.
atom() { get "$1" | sed -n 's/.*<link rel="first" href="\([^"]*\)".*/\1/p' | sed 's/&amp;/\&/g'; }
json() { get "$1" | jq --raw-output .feed_url; }
follow() { atom "$(get "$1" | sed -n 's/.*<a class="follow" href="\([^"]*\)".*/\1/p' | sed 's/&amp;/\&/g')"; }
{
    follow '/search?q=氢能&level=地级'
    follow '/mentions?q=氢能&part=专栏'
    follow '/search?q=部位:专栏 层级:地级 氢能&mode=expression'
    follow '/search?q=%23氢能&level=-县级'
    atom '/feed?q=氢能&since=1'
    atom '/feed?q=氢能&level=地级&part=专栏&since=1'
    json '/api/v1/feed?q=氢能'
    json '/api/v1/feed?q=氢能&level=地级&since=2'
    json '/api/v1/feed?q=部位:专栏 层级:地级 氢能&mode=expression&since=1'
    atom '/api/v1/feed?q=氢能&level=-地级&part=-标题&since=1&format=atom'
} > "$here/feed.txt"
while read -r address; do
    path=${address#"$public"}
    ask "$site/api/v1/feed?$(sed 's/[^?]*?//; s/&format=atom//' <<< "$path")" | jq --arg address "$address" '{$address} + ._plansearch
        + {items: [.items[] | {id, title, text: .content_text} + (._plansearch | {kind, aspects, generation})]}'
done < "$here/feed.txt" | jq --slurp . > "$here/answers/feed.json"

# 7. A folder of excerpts, filled and edited as a browser without script does it.
values() { grep -o "<input $1[^>]*>" | sed 's/.* value="\([^"]*\)".*/\1/; s/&amp;/\&/g'; }
boxes() { get "$1" | values 'type="checkbox" class="pick"'; }
asked() { get "$1" | values 'type="hidden" name="search"'; }
send() { ask --cookie cookies --cookie-jar cookies --output sent.txt --write-out '%{redirect_url}' "$@" "$site/clips"; }
pick() {
    local page=$1 picks=() box
    for box in $(boxes "$page" | sed -n "$2"); do picks+=(--data-urlencode "pick=$box"); done
    send --data do=pick --data-urlencode "search=$(asked "$page")" "${picks[@]}" > folder.txt
}
folder() { sed 's/.*[?&]clips=//; s/&.*//' folder.txt; }
pick '/mentions?q=氢能&level=地级' '2p;$p'
pick '/search?q=部位:专栏 层级:地级 加氢&mode=expression' 1p
pick '/plans/jihu?q=储能' 2p
send --data do=down.0 --data own=true --data folder="$(folder)" --data-urlencode title=氢能摘录 \
    --data context.1=entry --data-urlencode aspect.1=项目 --data-urlencode note.1=已核对 \
    --data context.2=block --data-urlencode aspect.2=目标 > folder.txt
echo "$public/clips?clips=$(folder)" > "$here/clip-link.txt"
ask --data do=keep --data folder="$(folder)" "$site/clips" > "$here/clips.json"
ask "$site/api/v1/clips?clips=$(folder)" | jq --arg public "$public" "del(.generation, .digest, .versions, .time, .link)
    | .excerpts[] |= (.permalink |= ltrimstr(\$public)) | .searches[] |= {query} + (.certificate | $numbers)" > "$here/answers/clips.json"

# 8. What each address was answered: of a page that searches, what the API answers to the same search.
listed() {
    get "$1" | sed -n 's/.*<th scope="row"><a href="\/plans\/\([^"]*\)".*/\1/p' |
        jq --raw-input . | jq --slurp --arg address "$1" '{$address, plans: .}'
}
searched() {
    local route=${1#/api/v1}
    get "/api/v1${route#/embed}" | jq --arg address "$1" --arg public "$public" "{\$address} + (.certificate | $numbers) + {
        facets: (.facets // [] | map({key: .name, value: (.values | map({key: .value, value: .mentions}) | from_entries)}) | from_entries),
        hits: ((.hits // .mentions) | map(.permalink | ltrimstr(\$public)))}"
}
while read -r address; do
    case $address in
        /plans\?*) listed "$address" ;;
        *) searched "$address" ;;
    esac
done < "$here/search-addresses.txt" | jq --slurp . > "$here/answers/searches.json"

# 9. What each token opens; what is known of each plan; what each certificate counts.
while read -r token; do
    {
        ask "$site/s/$token$(encoded '/api/v1/search?q=氢能')"
        ask "$site/s/$token/api/v1/plans"
    } | jq --slurp "(.[0].certificate | {scope} + $numbers) + {ids: [.[1][].id]}"
done < "$here/token.txt" | jq --slurp . > "$here/answers/tokens.json"
ask "$site/api/v1/plans" | jq --raw-output '.[].id' | while read -r plan; do
    ask "$site/api/v1/plans/$plan/ledger" | jq --arg plan "$plan" '{$plan}
        + (.metadata | {title, regionPath, level, period, type, issuer, date, state, completeness, extra})'
done | jq --slurp . > "$here/answers/plans.json"
for certificate in "$here"/certificate-*; do
    plansearch replicate "$certificate" --index index --format json |
        jq --arg file "${certificate##*/}" "{\$file, same} + (.now | $numbers)"
done | jq --slurp . > "$here/answers/certificates.json"
