#!/bin/sh
# Tests gantry.sh against the daemon at $GANTRY_SOCKET, once for each transport.
# With GANTRY_BIN naming the command line to test. Prints one line per transport; exits with 1 after the first failure.
set -u

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 2
# shellcheck source=clients/shell/gantry.sh
. "$here/gantry.sh"
# shellcheck source=clients/shell/verbs.sh
. "$here/verbs.sh"

: "${GANTRY_SOCKET:?names the socket of a running daemon}"
live_socket=$GANTRY_SOCKET
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
checks=0

# expect STATUS PATTERN COMMAND...: the status, and the pattern in what was printed (errors included).
expect() {
  wanted_status=$1
  pattern=$2
  shift 2
  "$@" >"$scratch/out" 2>"$scratch/err"
  status=$?
  checks=$((checks + 1))
  output=$(cat "$scratch/out" "$scratch/err")
  # shellcheck disable=SC2254 # The pattern is meant as one.
  case $output in
    $pattern) matches=1 ;;
    *) matches=0 ;;
  esac
  # A result is one line on standard output and nothing on standard error; a failure the other way round.
  if [ "$status" -eq 0 ]; then lines=$scratch/out silent=$scratch/err; else lines=$scratch/err silent=$scratch/out; fi
  if [ "$status" -ne "$wanted_status" ] || [ "$matches" -eq 0 ] || [ "$(wc -l <"$lines")" -ne 1 ] || [ -s "$silent" ]
  then
    echo "FAILED with $GANTRY_TRANSPORT: $*"
    echo "  wanted status $wanted_status and $pattern"
    echo "  got status $status and $output"
    exit 1
  fi
}

member() { jq -r ".$1" "$scratch/out"; }

# shellcheck disable=SC2016 # Nothing in it is to be expanded.
awkward='quote " backslash \ newline
tab	percent %s dollar $HOME accent é emoji 🎣 end
'

# The first line of a stream that has to be ended from outside.
first_event() {
  : >"$scratch/events"
  gantry_events '{"events":["job.created"],"since_seq":0}' >"$scratch/events" &
  until [ -s "$scratch/events" ]; do sleep 0.1; done
  kill $!
  head -n 1 "$scratch/events"
}

check_transport() {
  export GANTRY_TRANSPORT="$1"
  checks=0

  expect 0 '*"pong":true*' gantry_call ping
  expect 0 '*"pong":true*' gantry_call ping '{}'
  expect 0 '*"job_id":*' gantry_call createJob "$(gantry_params type=noop payload:="{\"text\":$(gantry_quote "$awkward")}")"
  job=$(member job_id)
  expect 0 '*"timed_out":false*' gantry_call waitJob "$(gantry_params job_id="$job" timeout_seconds:=20)"
  expect 0 '*"status":"completed"*' gantry_call getJobStatus "$(gantry_params job_id="$job")"
  # The shell drops newlines at the end of a substitution; a mark behind them keeps them.
  [ "$(member payload.text && echo .)" = "$awkward
." ] || { echo "FAILED with $1: the text came back as: $(member payload.text)"; exit 1; }

  expect 1 '*"kind":"jobNotFound"*' gantry_call getJobStatus '{"job_id":"01234567-89ab-7def-8123-456789abcdef"}'
  expect 1 '*"kind":"methodNotFound"*' gantry_call noSuchMethod
  expect 1 '*"kind":"unknownParam"*' gantry_call getJobStatus '{"job_id":"x","colour":"red"}'
  expect 2 '*"kind":"usage"*' gantry_call 'not a method'
  expect 2 '*"kind":"usage"*' gantry_params novalue
  expect 2 '*"kind":"usage"*' gantry_params 'bad key=1'
  expect 2 '*"kind":"usage"*' gantry_jobs nonsense
  expect 2 '*"kind":"usage"*' gantry_status
  expect 0 '*"status":"completed"*' gantry_status "$job"
  expect 0 '*"jobs":*' gantry_jobs limit:=1 status=completed

  expect 0 '*"job_id":*' gantry_call createJob '{"type":"noop","delay_seconds":3600}'
  job=$(member job_id)
  GANTRY_TIMEOUT=1
  expect 5 '*"kind":"timeout"*' gantry_call waitJob "$(gantry_params job_id="$job" timeout_seconds:=60)"
  unset GANTRY_TIMEOUT
  expect 0 '*"status":"cancelled"*' gantry_call cancelJob "$(gantry_params job_id="$job")"

  expect 1 '*"kind":"invalidParams"*' gantry_events '{"events":["nothing"]}'
  expect 0 '{"subscription_id":*"type":"job.created"*}' first_event

  # A path in which every character that some tool treats specially occurs.
  mkdir -p "$scratch/o,d:d na!me \\ %s"
  ln -sf "$live_socket" "$scratch/o,d:d na!me \\ %s/g.sock"
  GANTRY_SOCKET="$scratch/o,d:d na!me \\ %s/g.sock"
  expect 0 '*"pong":true*' gantry_call ping
  GANTRY_SOCKET=$scratch/none.sock
  expect 3 '*gantryd --socket*"kind":"cannotConnect"*' gantry_call ping
  python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "$scratch/stale-$1.sock"
  GANTRY_SOCKET=$scratch/stale-$1.sock
  expect 3 '*"kind":"cannotConnect"*' gantry_call ping
  GANTRY_SOCKET=$live_socket

  echo "shell client over $1: $checks checks passed"
}

for transport in gantry socat nc; do
  check_transport "$transport"
done

unset GANTRY_TRANSPORT
GANTRY_TRANSPORT=auto-is-shown-in-failures
checks=0
expect 2 "*GANTRY_TRANSPORT is 'auto-is-shown-in-failures'*\"kind\":\"usage\"*" gantry_call ping
expect 2 "*GANTRY_TRANSPORT is*" gantry_events
expect 2 '*"kind":"usage"*' gantry_params a:=
expect 2 '*"kind":"usage"*' gantry_params 'a:= '
expect 0 '{"text":"a:=b","n":1,"deep":{"x": 1}}' gantry_params 'text=a:=b' n:=1 'deep:={"x":
1}'
expect 0 '*"pong":true*' env GANTRY_TRANSPORT=socat "$here/gantry-sh" ping
expect 0 '*"pong":true*' env GANTRY_TRANSPORT=nc sh "$here/gantry-sh" ping
echo "gantry-sh: $checks checks passed"
