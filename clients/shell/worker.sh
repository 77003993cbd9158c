#!/bin/sh
# worker.sh TYPE: a worker for Gantry, to copy: it serves a job type that is configured as external. Needs jq.
#
# The protocol is described in protocol/PROTOCOL.md, under "Writing a worker"; the settings are those of gantry.sh.
set -u

# Does one job: the payload comes on standard input, the result, an object, goes to standard output, and what is written to
# standard error to the job's log. A status other than 0 fails the attempt, which is tried again if that may help. It is
# ended with TERM; end with `exec PROGRAM` what starts a program, so that the program gets the signal.
work() {
  exec jq -c '{echo: .}'
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
# shellcheck source=clients/shell/gantry.sh
. "$here/gantry.sh"
type=${1:-}
if [ $# -ne 1 ] || [ -z "$type" ]; then
  echo "usage: worker.sh TYPE, a job type that is configured with 'external = true'" >&2
  exit 2
fi
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'stop' INT TERM
claimer='' job='' work='' beats=''

# Gives the job back unharmed, because the worker is being stopped.
stop() {
  # A claim under way may still be answered with a job, which would be nobody's until its lease ends.
  if [ -n "$claimer" ] && wait "$claimer"; then accept; fi
  [ -z "$work" ] || kill "$work" "$beats" 2>/dev/null
  [ -z "$job" ] || tell failJob interrupted:=true
  exit 0
}

# Ends the worker if asking again cannot help; says why the daemon gave no job.
refused() {
  case $(cat "$scratch/refused") in
    *'"kind":"unknownJobType"'* | *'"kind":"invalidParams"'* | *'"kind":"methodNotFound"'* | *'"kind":"usage"'*)
      printf 'worker.sh: %s\n' "$(jq -r .message "$scratch/refused")" >&2
      exit 1
      ;;
  esac
  cat "$scratch/refused" >&2
}

# Takes over what was claimed, if there is something.
accept() {
  job=$(jq -r '.jobs[0].job.id // empty' "$scratch/claimed")
  token=$(jq -r '.jobs[0].attempt_token' "$scratch/claimed")
}

# tell METHOD PARAMETER...: reports on the job.
tell() {
  method=$1
  shift
  gantry_call "$method" "$(gantry_params job_id="$job" attempt_token="$token" "$@")"
}

# Shows that the worker lives, until the job is to stop or is in other hands.
heartbeats() {
  while sleep "$pause"; do
    case $(tell heartbeatJob 2>&1) in
      *'"cancel_requested":true'*) reason=cancelled ;;
      *'"kind":"staleAttempt"'* | *'"kind":"jobNotFound"'*) reason=lost ;;
      *) continue ;;
    esac
    : >"$scratch/$reason"
    kill "$work"
    return
  done
}

run() {
  rm -f "$scratch/cancelled" "$scratch/lost"
  jq -c '.jobs[0].job.payload' "$scratch/claimed" >"$scratch/payload"
  work <"$scratch/payload" >"$scratch/result" 2>"$scratch/log" &
  work=$!
  heartbeats >/dev/null 2>&1 &
  beats=$!
  wait "$work"
  status=$?
  kill "$beats" 2>/dev/null
  work='' beats=''
  if [ -s "$scratch/log" ]; then tell heartbeatJob log:="$(tail -n 1000 "$scratch/log" | jq -Rc . | jq -sc .)"; fi
  if [ -e "$scratch/lost" ]; then
    :
  elif [ -e "$scratch/cancelled" ]; then
    tell failJob cancelled:=true
  elif [ "$status" -eq 0 ]; then
    tell completeJob result:="$(cat "$scratch/result")"
  else
    # What sysexits.h calls wrong usage, wrong data and wrong configuration does not get better by itself.
    case $status in 64 | 65 | 78) retryable=false ;; *) retryable=true ;; esac
    tell failJob message="The work ended with status $status; its log tells more." retryable:=$retryable
  fi
}

# Each call is a connection of its own, so the leases have to outlive it.
claim="$(gantry_params worker="worker.sh $$" types:="[$(gantry_quote "$type")]" wait_seconds:=5 detached:=true)"
while :; do
  # In the background, because the shell hears of no signal while it waits for a substitution.
  gantry_call claimJobs "$claim" >"$scratch/claimed" 2>"$scratch/refused" &
  claimer=$!
  wait "$claimer"
  status=$?
  claimer=''
  if [ "$status" -ne 0 ]; then
    refused
    sleep 2
    continue
  fi
  accept
  [ -n "$job" ] || continue
  pause=$(jq -r '.jobs[0].lease_seconds / 3' "$scratch/claimed")
  run >/dev/null
  job=''
done
