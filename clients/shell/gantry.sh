# shellcheck shell=sh
# gantry.sh: talk to gantryd from any POSIX shell. Source it:
#
#   . /usr/local/share/gantry/gantry.sh
#   gantry_call refreshProject "$(gantry_params path="$PWD")"
#
# verbs.sh beside it has a function for each method: gantry_status JOB_ID, gantry_refresh path="$PWD".
#
# gantry_call prints exactly one line of JSON, the result, on standard output. Errors are one line of JSON on standard
# error: {"code":…,"message":…,"data":{"kind":…}}, without "code" when the daemon never answered. Status:
#
#   0 done   1 the daemon refused   2 wrong usage   3 cannot connect   4 not the protocol   5 no answer in time
#
# Settings, all optional:
#
#   GANTRY_SOCKET     where the daemon listens
#   GANTRY_TIMEOUT    whole seconds to wait for an answer (30)
#   GANTRY_TRANSPORT  gantry, socat or nc; otherwise the first of them that is installed
#   GANTRY_BIN        the command line to use for the first of these (gantry)

# Prints the path of the socket, found the way the daemon finds it.
gantry_socket_path() {
  if [ -n "${GANTRY_SOCKET:-}" ]; then
    printf '%s\n' "$GANTRY_SOCKET"
    return
  fi
  _gantry_uid=$(id -u)
  _gantry_dir=${XDG_RUNTIME_DIR:-/run/user/$_gantry_uid}
  if _gantry_is_private "$_gantry_dir"; then
    printf '%s/gantry/gantry.sock\n' "${_gantry_dir%/}"
    return
  fi
  case ${HOME:-} in
    /?*)
      _gantry_path=${HOME%/}/.cache/gantry/gantry.sock
      # A socket address holds 107 bytes.
      if [ "$(printf '%s' "$_gantry_path" | wc -c)" -le 107 ]; then
        printf '%s\n' "$_gantry_path"
        return
      fi
      ;;
  esac
  printf '/tmp/gantry-%s/gantry.sock\n' "$_gantry_uid"
}

# Builds an object from its arguments: key=text and key:=json.
gantry_params() {
  _gantry_object=
  for _gantry_argument do
    _gantry_key=${_gantry_argument%%=*}
    case $_gantry_argument in
      *:=*)
        # The first '=' decides, so that text may contain ':='.
        case $_gantry_key in
          *:)
            _gantry_key=${_gantry_key%:}
            # A newline in JSON is white space, but on the wire it would end the request.
            _gantry_value=$(printf '%s' "${_gantry_argument#*=}" | tr '\n' ' ')
            case $_gantry_value in
              *[![:space:]]*) ;;
              *)
                _gantry_fail usage "'$_gantry_argument' has no JSON behind ':='. Text is given as key=text."
                return 2
                ;;
            esac
            ;;
          *) _gantry_value=$(gantry_quote "${_gantry_argument#*=}") ;;
        esac
        ;;
      *=*) _gantry_value=$(gantry_quote "${_gantry_argument#*=}") ;;
      *)
        _gantry_fail usage "'$_gantry_argument' is neither key=text nor key:=json."
        return 2
        ;;
    esac
    case $_gantry_key in
      '' | *[!A-Za-z0-9_]*)
        _gantry_fail usage "'$_gantry_key' is not the name of a parameter."
        return 2
        ;;
    esac
    _gantry_object="$_gantry_object${_gantry_object:+,}\"$_gantry_key\":$_gantry_value"
  done
  printf '{%s}\n' "$_gantry_object"
}

# Prints its argument as a JSON string.
gantry_quote() {
  case $1 in
    *[\"\\[:cntrl:]]*) ;;
    *)
      printf '"%s"' "$1"
      return
      ;;
  esac
  printf '%s\n' "$1" | LC_ALL=C awk '
    BEGIN {
      for (i = 1; i < 32; i++) escape[sprintf("%c", i)] = sprintf("\\u%04x", i)
      escape["\""] = "\\\""
      escape["\\"] = "\\\\"
      printf "\""
    }
    NR > 1 { printf "%s", "\\n" }
    {
      count = length($0)
      for (i = 1; i <= count; i++) {
        byte = substr($0, i, 1)
        printf "%s", (byte in escape) ? escape[byte] : byte
      }
    }
    END { printf "\"" }'
}

# gantry_call METHOD [PARAMS]: calls a method with an object of parameters and prints its result.
gantry_call() {
  case ${1:-} in
    '' | *[!A-Za-z0-9_.$/]*)
      _gantry_fail usage "'${1:-}' is not the name of a method. Usage: gantry_call METHOD [PARAMS]"
      return 2
      ;;
  esac
  # The substitution of a gantry_params that failed, and has said why.
  if [ $# -ge 2 ] && [ -z "$2" ]; then return 2; fi
  _gantry_timeout=${GANTRY_TIMEOUT:-30}
  case $_gantry_timeout in
    '' | *[!0-9]*)
      _gantry_fail usage "GANTRY_TIMEOUT is '$_gantry_timeout'; it has to be a number of seconds."
      return 2
      ;;
  esac
  case $(gantry_transport) in
    gantry) "${GANTRY_BIN:-gantry}" --json --socket "$(gantry_socket_path)" --timeout "$_gantry_timeout" call "$@" ;;
    socat) _gantry_exchange _gantry_socat "$@" ;;
    nc) _gantry_exchange _gantry_nc "$@" ;;
    *)
      _gantry_no_transport
      return 2
      ;;
  esac
}

# gantry_events [PARAMS]: prints events as they happen, one JSON object a line, until it is ended or the daemon goes down.
# PARAMS is an object as for subscribe. To go on later, subscribe with the seq of the last line as since_seq.
gantry_events() {
  if [ $# -ge 1 ] && [ -z "$1" ]; then return 2; fi
  _gantry_params=${1:-}
  [ -n "$_gantry_params" ] || _gantry_params='{}'
  _gantry_socket=$(gantry_socket_path)
  case $(gantry_transport) in
    gantry)
      "${GANTRY_BIN:-gantry}" --json --socket "$_gantry_socket" events --params "$_gantry_params"
      return
      ;;
    socat) _gantry_listener=_gantry_listen_socat ;;
    nc) _gantry_listener=_gantry_listen_nc ;;
    *)
      _gantry_no_transport
      return 2
      ;;
  esac
  if [ ! -S "$_gantry_socket" ]; then
    _gantry_fail cannotConnect "There is no socket at $_gantry_socket. Start the daemon with: gantryd --socket '$_gantry_socket'"
    return 3
  fi
  _gantry_request="{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscribe\",\"params\":$_gantry_params}"
  { printf '%s' "$_gantry_request" | tr '\n' ' ' && echo; } | "$_gantry_listener" | {
    IFS= read -r _gantry_reply || {
      _gantry_fail cannotConnect "Cannot connect to $_gantry_socket. Start the daemon with: gantryd --socket '$_gantry_socket'"
      return 3
    }
    case $_gantry_reply in
      '{"jsonrpc":"2.0","id":1,"result":'*) ;;
      '{"jsonrpc":"2.0","id":'*',"error":'*'}')
        _gantry_reply=${_gantry_reply#*',"error":'}
        printf '%s\n' "${_gantry_reply%\}}" >&2
        return 1
        ;;
      *)
        _gantry_fail protocolViolation "The answer to subscribe is not a reply of Gantry's. Does another program listen at $_gantry_socket?"
        return 4
        ;;
    esac
    while IFS= read -r _gantry_line; do
      _gantry_line=${_gantry_line#'{"jsonrpc":"2.0","method":"event","params":'}
      printf '%s\n' "${_gantry_line%\}}" || return 0
    done
  }
}

# Prints the transport in use: gantry, socat or nc.
gantry_transport() {
  if [ -n "${GANTRY_TRANSPORT:-}" ]; then
    printf '%s\n' "$GANTRY_TRANSPORT"
  elif command -v "${GANTRY_BIN:-gantry}" >/dev/null 2>&1; then
    echo gantry
  elif command -v socat >/dev/null 2>&1; then
    echo socat
  # Only the OpenBSD netcat knows Unix sockets and says so.
  elif nc -h 2>&1 | grep -q OpenBSD; then
    echo nc
  fi
}

_gantry_no_transport() {
  if [ -n "${GANTRY_TRANSPORT:-}" ]; then
    _gantry_fail usage "GANTRY_TRANSPORT is '$GANTRY_TRANSPORT'; it has to be gantry, socat or nc."
  else
    _gantry_fail usage "No way to reach the daemon: install gantry, socat or netcat-openbsd, or set GANTRY_TRANSPORT."
  fi
}

# _gantry_exchange TRANSPORT METHOD [PARAMS]: one request, one reply, without the command line.
_gantry_exchange() {
  _gantry_socket=$(gantry_socket_path)
  if [ ! -S "$_gantry_socket" ]; then
    _gantry_fail cannotConnect "There is no socket at $_gantry_socket. Start the daemon with: gantryd --socket '$_gantry_socket'"
    return 3
  fi
  # Safe to paste together: the name was checked, and the parameters are JSON already.
  _gantry_request="{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"$2\"${3:+,\"params\":$3}}"
  _gantry_reply=$({ printf '%s' "$_gantry_request" | tr '\n' ' ' && echo; } | "$1")
  _gantry_status=$?
  case $_gantry_reply in
    '{"jsonrpc":"2.0","id":1,"result":'*'}')
      _gantry_reply=${_gantry_reply#'{"jsonrpc":"2.0","id":1,"result":'}
      printf '%s\n' "${_gantry_reply%\}}"
      ;;
    '{"jsonrpc":"2.0","id":'*',"error":'*'}')
      _gantry_reply=${_gantry_reply#*',"error":'}
      printf '%s\n' "${_gantry_reply%\}}" >&2
      return 1
      ;;
    '')
      case $_gantry_status in
        0)
          _gantry_fail closed "The daemon closed the connection before it answered $2. See the daemon's log."
          return 4
          ;;
        # What timeout(1) returns when the time is up.
        124)
          _gantry_fail timeout "No answer to $2 within $_gantry_timeout s. Ask again, or set GANTRY_TIMEOUT."
          return 5
          ;;
        *)
          _gantry_fail cannotConnect "Cannot connect to $_gantry_socket. Start the daemon with: gantryd --socket '$_gantry_socket'"
          return 3
          ;;
      esac
      ;;
    *)
      _gantry_fail protocolViolation "The answer to $2 is not a reply of Gantry's. Does another program listen at $_gantry_socket?"
      return 4
      ;;
  esac
}

# After the end of its input socat waits half a second for the other side unless -t says more. In an address the
# characters , : ! and \ have a meaning of their own.
_gantry_socat() {
  timeout "$_gantry_timeout" socat -t "$_gantry_timeout" - \
    "UNIX-CONNECT:$(printf '%s' "$_gantry_socket" | sed 's/[\\,:!]/\\&/g')" 2>/dev/null
}

# After the end of its input socat listens for a lifetime.
_gantry_listen_socat() {
  socat -t 1000000000 - "UNIX-CONNECT:$(printf '%s' "$_gantry_socket" | sed 's/[\\,:!]/\\&/g')" 2>/dev/null
}

_gantry_listen_nc() { nc -N -U "$_gantry_socket" 2>/dev/null; }

# -N passes the end of the input on; without it both sides would wait for each other. -q would cut slow replies short.
_gantry_nc() {
  timeout "$_gantry_timeout" nc -N -U "$_gantry_socket" 2>/dev/null
}

# Whether a directory fulfils what the XDG specification asks of a runtime directory.
_gantry_is_private() {
  case $1 in
    /*) ;;
    *) return 1 ;;
  esac
  [ -d "$1" ] && [ ! -L "${1%/}" ] || return 1
  # shellcheck disable=SC2012 # The mode and the owner come before the name, whatever the name is.
  [ "$(LC_ALL=C ls -ldn "$1/." | awk 'NR == 1 { print substr($1, 1, 10), $3 }')" = "drwx------ $_gantry_uid" ]
}

# _gantry_fail KIND MESSAGE: an error of this side, in the form of the daemon's.
_gantry_fail() {
  printf '{"message":%s,"data":{"kind":"%s"}}\n' "$(gantry_quote "$2")" "$1" >&2
}
