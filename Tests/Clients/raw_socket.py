"""Speaks the protocol with nothing but a socket, as a client in any language would.

Needs a running daemon at $GANTRY_SOCKET. Exits with 1 and says what was wrong after the first surprise.
"""

import json
import os
import socket
import sys


CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


class Conversation:
    """One connection: say() sends bytes as they are, hear() returns the next line as a value."""

    def __init__(self):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.socket.settimeout(30)
        self.socket.connect(os.environ["GANTRY_SOCKET"])
        self.lines = self.socket.makefile("rb")

    def say(self, text):
        self.socket.sendall(text if isinstance(text, bytes) else text.encode())

    def call(self, identifier, method, **params):
        message = {"jsonrpc": "2.0", "id": identifier, "method": method, "params": params}
        self.say(json.dumps(message) + "\n")

    def hang_up(self):
        self.socket.shutdown(socket.SHUT_WR)

    def hear(self):
        line = self.lines.readline()
        if not line:
            return None
        assert line.endswith(b"\n"), f"a line without an end: {line!r}"
        return json.loads(line)

    def hear_result(self, identifier):
        reply = self.hear()
        assert reply is not None and reply.get("id") == identifier and "result" in reply, f"unexpected: {reply}"
        assert reply["jsonrpc"] == "2.0" and "error" not in reply, f"unexpected: {reply}"
        return reply["result"]

    def hear_error(self, identifier, code, kind=None):
        reply = self.hear()
        assert reply is not None and reply.get("id") == identifier and "error" in reply, f"unexpected: {reply}"
        error = reply["error"]
        assert error["code"] == code, f"unexpected: {reply}"
        assert kind is None or error["data"]["kind"] == kind, f"unexpected: {reply}"
        assert error["message"], f"an error that says nothing: {reply}"
        return error

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.lines.close()
        self.socket.close()


@check
def a_call_is_answered():
    with Conversation() as talk:
        talk.call(1, "ping")
        assert talk.hear_result(1)["pong"] is True


@check
def ids_come_back_as_they_were_written():
    with Conversation() as talk:
        for literal in ['"a b"', "1.0", "9007199254740993", '""', "-0", "1e2"]:
            talk.say('{"jsonrpc":"2.0","id":%s,"method":"ping"}\n' % literal)
            line = talk.lines.readline().decode()
            assert '"id":%s,' % literal in line, f"{literal} became {line}"


@check
def a_message_may_come_byte_by_byte():
    with Conversation() as talk:
        for byte in b'{"jsonrpc":"2.0","id":1,"method":"ping"}\r\n':
            talk.say(bytes([byte]))
        talk.hear_result(1)


@check
def many_messages_may_come_at_once():
    with Conversation() as talk:
        count = 500
        talk.say("".join('{"jsonrpc":"2.0","id":%d,"method":"ping"}\n' % n for n in range(count)))
        assert sorted(talk.hear()["id"] for _ in range(count)) == list(range(count))


@check
def a_client_that_hangs_up_still_gets_what_it_is_owed():
    with Conversation() as talk:
        talk.call(1, "createJob", type="noop")
        talk.call(2, "queueStatus")
        talk.hang_up()
        assert {talk.hear()["id"], talk.hear()["id"]} == {1, 2}
        assert talk.hear() is None


@check
def the_last_message_needs_no_newline():
    with Conversation() as talk:
        talk.say('{"jsonrpc":"2.0","id":1,"method":"ping"}')
        talk.hang_up()
        talk.hear_result(1)


@check
def a_broken_line_is_answered_and_the_next_one_works():
    with Conversation() as talk:
        talk.say('{"jsonrpc":\n')
        talk.hear_error(None, -32700)
        talk.say(b'"\xff"\n')
        talk.hear_error(None, -32700)
        talk.say('{"jsonrpc":"2.0","id":1,"method":"ping",}\n')
        talk.hear_error(None, -32700)
        talk.say("17\n")
        talk.hear_error(None, -32600)
        talk.call(2, "ping")
        talk.hear_result(2)


@check
def errors_name_what_was_wrong():
    with Conversation() as talk:
        talk.call(1, "frobnicate")
        talk.hear_error(1, -32601, "methodNotFound")
        talk.call(2, "getJobStatus")
        assert talk.hear_error(2, -32602)["data"]["field"] == "job_id"
        talk.call(3, "getJobStatus", job_id="01234567-89ab-7def-8123-456789abcdef")
        talk.hear_error(3, 1001, "jobNotFound")
        talk.call(4, "ping", colour="red")
        talk.hear_error(4, -32602, "unknownParam")


@check
def notifications_get_no_answer():
    with Conversation() as talk:
        talk.say('{"jsonrpc":"2.0","method":"ping"}\n{"jsonrpc":"2.0","method":"frobnicate"}\n')
        talk.call(1, "ping")
        talk.hear_result(1)


@check
def a_batch_is_answered_as_one():
    with Conversation() as talk:
        talk.say(
            '[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"ping"},1,'
            '{"jsonrpc":"2.0","id":2,"method":"frobnicate"}]\n'
        )
        replies = talk.hear()
        assert isinstance(replies, list) and len(replies) == 3, f"unexpected: {replies}"
        assert {json.dumps(reply["id"]) for reply in replies} == {"1", "2", "null"}
        talk.say("[]\n")
        talk.hear_error(None, -32600)


@check
def a_line_beyond_the_limit_is_refused_once_and_skipped():
    with Conversation() as talk:
        talk.call(1, "hello")
        limit = talk.hear_result(1)["limits"]["line_bytes"]
        talk.say('{"jsonrpc":"2.0","id":2,"method":"ping","params":{"x":"' + "a" * limit + '"}}\n')
        talk.hear_error(None, -32001)
        talk.call(3, "ping")
        talk.hear_result(3)


@check
def a_job_runs_and_everybody_can_wait_for_it():
    with Conversation() as one, Conversation() as two:
        one.call(1, "createJob", type="noop", delay_seconds=3600)
        job = one.hear_result(1)["job_id"]
        two.call(1, "waitJob", job_id=job, timeout_seconds=30)
        one.call(2, "cancelJob", job_id=job)
        assert one.hear_result(2)["status"] == "cancelled"
        waited = two.hear_result(1)
        assert waited["timed_out"] is False and waited["job"]["status"] == "cancelled", f"unexpected: {waited}"


@check
def a_write_is_seen_by_the_read_behind_it():
    with Conversation() as talk:
        for n in range(50):
            key = f"raw-{os.getpid()}-{n}"
            talk.call(2 * n, "createJob", type="noop", delay_seconds=3600, idempotency_key=key)
            talk.call(2 * n + 1, "createJob", type="noop", delay_seconds=3600, idempotency_key=key)
        jobs = {}
        for _ in range(100):
            reply = talk.hear()
            jobs.setdefault(reply["id"] // 2, set()).add(reply["result"]["job_id"])
        assert all(len(ids) == 1 for ids in jobs.values()), "one key made two jobs"
        for ids in jobs.values():
            talk.call("cancel", "cancelJob", job_id=ids.pop())
            talk.hear_result("cancel")


def main():
    for conversation in CHECKS:
        try:
            conversation()
        except (AssertionError, OSError, KeyError, TypeError, ValueError) as error:
            print(f"FAILED: {conversation.__name__.replace('_', ' ')}: {error!r}")
            return 1
    print(f"raw socket: {len(CHECKS)} conversations passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
