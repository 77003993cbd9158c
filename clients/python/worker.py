#!/usr/bin/env python3
"""A worker for Gantry, to copy and to change: serves job types that the configuration declares external.

    worker.py SOCKET TYPE...

The protocol is described in protocol/PROTOCOL.md, under "Writing a worker".
"""
import itertools, json, os, signal, socket, sys, threading, time


def work(payload, beat):
    """Gets a job's payload and returns its result. What it raises fails the attempt, which may be tried again."""
    beat(fraction=0.5, message="half of it")  # as often as you like; raises Stop when the job has been cancelled
    return {"echo": payload}


class Stop(Exception):
    """The job was cancelled, or is in other hands by now."""


class Gone(Exception):
    """There is no daemon to talk to."""


class Gantry:
    def __init__(self, path):
        self.ids, self.lock, self.socket = itertools.count(1), threading.Lock(), socket.socket(socket.AF_UNIX)
        try:
            self.socket.connect(path)
        except OSError as error:
            raise Gone(f"{path}: {error}")
        self.lines = self.socket.makefile("r", encoding="utf-8", newline="\n")

    def call(self, method, **params):
        with self.lock:
            request = {"jsonrpc": "2.0", "id": next(self.ids), "method": method, "params": params}
            reply = {}
            try:
                self.socket.sendall(json.dumps(request).encode() + b"\n")
                while reply.get("id") != request["id"]:
                    reply = json.loads(self.lines.readline() or '{"id": %d, "end": true}' % request["id"])
            except OSError as error:
                raise Gone(str(error))
        if "result" in reply:
            return reply["result"]
        error = reply.get("error", {"message": "the daemon has closed the connection", "data": {"kind": "shuttingDown"}})
        kinds = {"staleAttempt": Stop, "jobNotFound": Stop, "shuttingDown": Gone}
        raise kinds.get(error["data"]["kind"], RuntimeError)(error["message"])


def run(gantry, claimed):
    attempt = {"job_id": claimed["job"]["id"], "attempt_token": claimed["attempt_token"]}
    done = threading.Event()

    def beat(**progress):
        if gantry.call("heartbeatJob", **attempt, **({"progress": progress} if progress else {}))["cancel_requested"]:
            raise Stop

    def keep_alive():  # work that seldom calls `beat` lives all the same
        while not done.wait(claimed["lease_seconds"] / 3):
            try:
                beat()
            except Exception:
                pass  # the next `beat` of the work, or its end, meets it too

    threading.Thread(target=keep_alive, daemon=True).start()
    try:
        result = work(claimed["job"]["payload"], beat)
        gantry.call("completeJob", **attempt, result=result)
    except Stop:
        try:
            gantry.call("failJob", **attempt, cancelled=True)
        except Stop:
            pass  # somebody else has the job by now
    except KeyboardInterrupt:
        gantry.call("failJob", **attempt, interrupted=True)
        raise
    except Gone:
        raise  # the daemon has noticed, and puts the job back
    except Exception as error:
        reason = {"kind": type(error).__name__, "message": str(error) or "no reason given"}
        gantry.call("failJob", **attempt, error=reason)
    finally:
        done.set()


def main(path, types):
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    delay = 1
    while True:
        try:
            gantry = Gantry(path)
            while True:
                for claimed in gantry.call("claimJobs", worker=f"{sys.argv[0]} {os.getpid()}", types=types)["jobs"]:
                    run(gantry, claimed)
                delay = 1
        except Gone as reason:
            print(f"{reason}; trying again in {delay} s", file=sys.stderr)
            time.sleep(delay)
            delay = min(2 * delay, 30)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        main(sys.argv[1], sys.argv[2:])
    except KeyboardInterrupt:
        pass
