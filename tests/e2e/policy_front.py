"""Stands before a real OPA and passes its answers on, or spoils them as the test says."""

import http.client
import json
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any, Final

OTHER: Final = "sha256:" + "0" * 64

Spoil = Callable[["Handler", bytes], None]
"""Takes OPA's own answer, and says what it likes."""


class Front(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, place: Path, behind: Path) -> None:
        super().__init__(str(place), Handler)
        self.behind = behind
        self.spoil: Spoil = passed_on
        self.over = threading.Event()
        """What waits, waits for it."""


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Front

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        opa = http.client.HTTPConnection("opa")
        opa.sock = socket.socket(socket.AF_UNIX)
        opa.sock.connect(str(self.server.behind))
        opa.request("POST", self.path, body)
        answer = opa.getresponse().read()
        opa.close()
        self.server.spoil(self, answer)

    def say(self, body: bytes, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def passed_on(handler: Handler, answer: bytes) -> None:
    handler.say(answer)


def no_http(handler: Handler, answer: bytes) -> None:
    handler.wfile.write(b"\x00\xff nothing that was agreed on\r\n\r\n")
    handler.close_connection = True


def no_json(handler: Handler, answer: bytes) -> None:
    handler.say(b"<html>It works!</html>")


def failed(handler: Handler, answer: bytes) -> None:
    handler.say(answer, 500)


def undefined(handler: Handler, answer: bytes) -> None:
    handler.say(json.dumps({**json.loads(answer), "result": {}}).encode())


def empty(handler: Handler, answer: bytes) -> None:
    handler.say(b"{}")


def another_bundles(handler: Handler, answer: bytes) -> None:
    document: dict[str, Any] = json.loads(answer)
    document["provenance"]["bundles"] = {"b": {"revision": OTHER}}
    handler.say(json.dumps(document).encode())


def another_decision(handler: Handler, answer: bytes) -> None:
    document: dict[str, Any] = json.loads(answer)
    document["result"]["decision_id"] = "dec-of-somebody-else"
    handler.say(json.dumps(document).encode())


def cut_short(handler: Handler, answer: bytes) -> None:
    handler.send_response(200)
    handler.send_header("content-length", str(len(answer)))
    handler.end_headers()
    handler.wfile.write(answer[: len(answer) // 2])
    handler.close_connection = True


def too_late(handler: Handler, answer: bytes) -> None:
    handler.server.over.wait()
    handler.close_connection = True


@contextmanager
def standing_before(opa: Path) -> Iterator[Front]:
    """Takes the place of the socket ``opa``, whose server goes on behind it."""
    behind = opa.with_name("behind.sock")
    opa.rename(behind)
    with Front(opa, behind) as front:
        thread = threading.Thread(target=front.serve_forever, daemon=True)
        thread.start()
        try:
            yield front
        finally:
            front.over.set()
            front.shutdown()
            thread.join()
