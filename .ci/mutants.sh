#!/usr/bin/env bash
# The tests can fail: each named mutant breaks one promise of the model path on
# purpose, in a copy of the tree, and the suite must fail for it.
# usage: .ci/mutants.sh [NAME…]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git ls-files -z | xargs -0 cp --parents -t "$work"
cd "$work"

# Only the tests of the promises at stake: the others cost time and cannot tell.
promises='^Test(Quotes|Hostile|Model|Statement|Judged|Choose|Opaque|FollowUps|Outage|Answer|Complete|Dialect|Cache|Conversations|Gate|Retry|Breaker|Config|Clean)'
suite() { go test -count=1 -run "$promises" "$@"; }

suite ./bot ./bot/check ./bot/llm ./prompts >"$work/log" 2>&1 || { cat "$work/log"; echo "the suite fails without any mutant"; exit 1; }

alive=()
wanted=" $* "
# mutant NAME FILE OLD NEW PACKAGES: OLD, which must be there once, becomes NEW.
mutant() {
  local name=$1 file=$2 old=$3 new=$4
  shift 4
  [ "$wanted" = "  " ] || [[ $wanted == *" $name "* ]] || return 0
  cp "$file" "$work/original"
  python3 - "$file" "$old" "$new" <<'PY'
import sys
name, old, new = sys.argv[1:]
text = open(name, encoding="utf-8").read()
if text.count(old) != 1:
    sys.exit(f"{name}: {text.count(old)} places hold {old!r}, want one")
open(name, "w", encoding="utf-8").write(text.replace(old, new))
PY
  go build "$@" || { echo "$name does not build"; exit 1; }
  if suite "$@" >"$work/log" 2>&1; then
    echo "SURVIVED $name"
    alive+=("$name")
  else
    echo "killed   $name ($(grep -m1 -o -- '--- FAIL: [A-Za-z0-9_]*' "$work/log" || echo 'it does not compile its tests'))"
  fi
  cp "$work/original" "$file"
}

mutant span-off-by-one bot/quote.go 'Text:      doc.Slice(s.Span)' 'Text:      doc.Text[s.Span.Start : s.Span.End-1]' ./bot
mutant start-off-by-one bot/quote.go 'Start:     s.Span.Start' 'Start:     s.Span.Start + 1' ./bot
mutant id-check-off bot/choose_reply.go 'if i, ok := index[bareID(id)]; ok && !slices.Contains(picks, i) {' 'if i, ok := index[bareID(id)]; (ok || i == 0) && !slices.Contains(picks, i) {' ./bot
mutant repeated-ids bot/choose_reply.go 'if i, ok := index[bareID(id)]; ok && !slices.Contains(picks, i) {' 'if i, ok := index[bareID(id)]; ok {' ./bot
mutant number-check-off bot/check/check.go '{Number, checkNumbers},' '' ./bot/check
mutant date-check-off bot/check/check.go '{Date, checkDates},' '' ./bot/check
mutant name-check-off bot/check/check.go '{Name, checkNames},' '' ./bot/check
mutant denial-check-off bot/check/check.go '{Denial, checkDenials},' '' ./bot/check
mutant certainty-check-off bot/check/check.go '{Certain, checkCertainty},' '' ./bot/check
mutant scale-check-off bot/check/check.go '{Scale, checkScales},' '' ./bot/check
mutant opposites-off bot/check/check.go '{Scale, checkOpposites},' '' ./bot/check
mutant swaps-off bot/check/check.go '{Role, checkSwaps},' '' ./bot/check
mutant alignment-off bot/check/check.go 's.align(q)' '_ = s.align' ./bot/check
mutant role-check-off bot/check/check.go '{Role, checkRoles},' '' ./bot/check
mutant support-check-off bot/check/check.go '{Added, checkSupport},' '' ./bot/check
mutant statements-unchecked bot/choose_answer.go 'return st, v.Carried' 'return st, true' ./bot
mutant statement-on-hidden-quote bot/choose_answer.go 'if n < 0 {' 'if n < -1 {' ./bot
mutant fallback-shows-model-text bot/choose_answer.go 'a.Warnings = append(a.Warnings, warningOf(err))' 'a.Warnings, a.Quotes = append(a.Warnings, warningOf(err)), []Quote{{Text: c.statements[0].text}}' ./bot
mutant fallback-without-warning bot/choose_answer.go 'a.Warnings = append(a.Warnings, warningOf(err))' '_ = warningOf(err)' ./bot
mutant finish-reason-ignored bot/llm/judge.go 'case openai.FinishReasonStop:' 'case openai.FinishReasonStop, "", openai.FinishReasonNull:' ./bot/llm
mutant byte-cap-off bot/llm/transport.go 'const maxReplyBytes = 256 << 10' 'const maxReplyBytes = 256 << 20' ./bot/llm
mutant breaker-off bot/llm/breaker.go 'return !b.until.IsZero() && (b.probing || time.Now().Before(b.until))' 'return false' ./bot/llm
mutant breaker-opens-on-401 bot/llm/judge.go 'what: "the service refuses the key; check llm.api_key", status: status}' 'what: "the service refuses the key; check llm.api_key", status: status, trips: true}' ./bot/llm
mutant retries-without-budget bot/llm/retry.go 'if p.tenths < 10 {' 'if p.tenths < -1000000 {' ./bot/llm ./bot
mutant retry-after-ignored bot/llm/retry.go 'if wish > 0 {' 'if wish < 0 {' ./bot/llm
mutant queue-unbounded bot/llm/gate.go 'if g.waiting.Add(1) > g.queue {' 'if g.waiting.Add(1) > 1000 {' ./bot/llm
mutant secrets-in-errors bot/llm/judge.go 'what: "the service failed", status: status' 'what: err.Error(), status: status' ./bot/llm
mutant hidden-characters-kept prompts/clean.go 'if hidden(r) {' 'if false {' ./prompts
mutant brackets-kept prompts/clean.go "return '('" "return '['" ./prompts ./bot
mutant conversations-shared bot/converse.go 'return b.memory.Recall(q.Conversation)' 'return b.memory.Recall("one")' ./bot
mutant callers-share-conversations bot/webhook/conversation.go 'return "webhook:" + s.principal(w, r) + ":" + chosen' 'return "webhook:" + chosen' ./bot/webhook
mutant follow-up-has-two-budgets bot/converse.go 'return context.WithTimeout(ctx, m.Timeout())' 'return context.WithTimeout(ctx, 2*m.Timeout())' ./bot

[ ${#alive[@]} -eq 0 ] || { echo "the suite does not see: ${alive[*]}"; exit 1; }
echo "every mutant was seen"
