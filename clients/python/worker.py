#!/usr/bin/env python3
"""A worker for Gantry, to copy: `worker.py SOCKET TYPE...` serves job types that are configured as external.

The protocol is described in protocol/PROTOCOL.md, under "Writing a worker".
"""
import contextlib, json, os, signal, socket, sys, threading, time


def work(payload, beat):
    """Does one job and returns its result, an object. What it raises fails the attempt."""
    beat(progress={"fraction": 0.5}, log=["half of it"])  # as often as you like; raises Stop once the job is cancelled
    return {"echo": payload}


class GiveUp(Exception):
    """For `work` to raise: it failed, and trying again cannot help."""


class Stop(Exception):
    """The job was cancelled, or is in other hands by now."""


ERRORS = {"staleAttempt": Stop, "jobNotFound": Stop}
ERRORS.update(dict.fromkeys(["shuttingDown", "storageUnavailable", "overloaded"], ConnectionError))


def connect(path):
    connection, lock = socket.socket(socket.AF_UNIX), threading.Lock()
    connection.connect(path)
    lines = connection.makefile("rb")

    def call(method, **params):
        request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
        with lock:  # one question at a time, so that the next line is its answer
            connection.sendall(request.encode() + b"\n")
            line = lines.readline()
        if not line.endswith(b"\n"):
            raise ConnectionError("the daemon has closed the connection")
        reply = json.loads(line)
        if "error" in reply:
            raise ERRORS.get(reply["error"]["data"]["kind"], RuntimeError)(reply["error"]["message"])
        return reply["result"]

    return call


def run(path, call, claimed):
    attempt, done = {"job_id": claimed["job"]["id"], "attempt_token": claimed["attempt_token"]}, threading.Event()

    def beat(**report):
        if call("heartbeatJob", **attempt, **report)["cancel_requested"]:
            raise Stop

    def keep_alive():  # for work that seldom calls `beat`
        while not done.wait(claimed["lease_seconds"] / 3):
            with contextlib.suppress(Exception):  # the next beat of the work meets it too, or its end
                beat()

    threading.Thread(target=keep_alive, daemon=True).start()
    try:
        method, end = "completeJob", {"result": work(claimed["job"]["payload"], beat)}
    except Stop:
        method, end = "failJob", {"cancelled": True}
    except KeyboardInterrupt:  # over a connection of its own: an answer may be on its way over the old one
        connect(path)("failJob", **attempt, interrupted=True)
        raise
    except Exception as error:
        reason = {"kind": type(error).__name__[:64], "message": str(error)[:8000] or "It did not say why."}
        method, end = "failJob", {"error": reason, "retryable": not isinstance(error, GiveUp)}
    finally:
        done.set()
    with contextlib.suppress(Stop):  # somebody else has the job by now
        call(method, **attempt, **end)


def main(path, types):
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    while True:
        try:
            call = connect(path)
            while True:
                for claimed in call("claimJobs", worker=f"worker.py {os.getpid()}", types=types)["jobs"]:
                    run(path, call, claimed)
        except OSError as reason:
            print(f"{path}: {reason}; trying again", file=sys.stderr)
            call = None  # closes the connection, and the daemon gives its jobs to others
            time.sleep(2)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit('usage: worker.py SOCKET TYPE..., such as worker.py "$(gantry socket-path)" thumbnails')
    try:
        main(sys.argv[1], sys.argv[2:])
    except KeyboardInterrupt:
        pass
    except RuntimeError as reason:  # such as a type that there is not: asking again cannot help
        sys.exit(f"worker.py: {reason}")
