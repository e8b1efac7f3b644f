"""The rim of the sidecar: one gRPC stream is one exchange.

Envoy lets a request pass unprocessed when this stream closes cleanly before the exchange is over, whatever its
``failure_mode_allow`` says; and it writes a gRPC error's text into its access log. So every end that is not the
exchange's own is an abort with a fixed word.
"""

import uuid
from collections.abc import AsyncIterator
from typing import Final, assert_never

import grpc

from extproc.adapters.envoy.decode import event_of, trailer_names
from extproc.adapters.envoy.encode import Seen, messages_of
from extproc.adapters.logs import Log
from extproc.errors import ExtprocError
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.exchange.gate import Gate
from extproc.exchange.machine import Exchange
from extproc.pb.ext_proc_pb2 import ProcessingRequest, ProcessingResponse
from extproc.runtime.driver import Driver, Outbound, Ports

SERVICE: Final = "envoy.service.ext_proc.v3.ExternalProcessor"
HEALTH_NAME: Final = "ext_proc"


class Conversation:
    """One gRPC stream with Envoy: reads its messages as events, writes commands as messages."""

    def __init__(self, context: grpc.aio.ServicerContext) -> None:
        self._context = context
        self._seen = Seen()
        self.done = False
        """The last word was said, or Envoy has closed its side: only then may the stream close cleanly."""

    async def events(self) -> AsyncIterator[e.Event]:
        """Ends when Envoy closed its side."""
        while (message := await self._context.read()) is not grpc.aio.EOF:
            match message.WhichOneof("request"):
                case "request_trailers":
                    self._seen.request_trailers = tuple(trailer_names(message.request_trailers.trailers))
                case "response_trailers":
                    self._seen.response_trailers = tuple(trailer_names(message.response_trailers.trailers))
                case "response_headers":
                    self._seen.response_head_ended = message.response_headers.end_of_stream
                case _:
                    pass  # nothing that changes how our answer must end
            yield event_of(message)
        self.done = True

    async def send(self, command: Outbound) -> None:
        for message in messages_of(command, self._seen):
            await self._context.write(message)
        self.done = self.done or _ends(command, self._seen)


class ExternalProcessor:
    """Implements ``Process``. ``ports`` are shared by all exchanges of the process, ``gate`` by those that begin."""

    def __init__(self, gate: Gate, ports: Ports, log: Log) -> None:
        self.gate = gate
        self._ports = ports
        self._log = log

    async def process(self, _: object, context: grpc.aio.ServicerContext) -> None:
        conversation = Conversation(context)
        exchange = Exchange(self.gate, str(uuid.uuid4()), str(uuid.uuid4()))
        try:
            await Driver(exchange, self._ports, conversation).run(conversation.events())
        except (Exception, BaseExceptionGroup) as error:  # noqa: BLE001  the rim; a cancellation goes its way
            await self._abort(context, _first(error))
        if not conversation.done:  # not by the exchange: a driver that was left has told it that all is over
            await context.abort(grpc.StatusCode.INTERNAL, "ended_undecided")

    async def _abort(self, context: grpc.aio.ServicerContext, error: BaseException) -> None:
        if isinstance(error, ExtprocError):
            self._log.exchange_failed(kind=error.public)
            await context.abort(grpc.StatusCode.INTERNAL, error.public)
        self._log.unexpected(error)
        await context.abort(grpc.StatusCode.INTERNAL, "internal_error")

    def handler(self) -> grpc.GenericRpcHandler:
        method = grpc.stream_stream_rpc_method_handler(
            self.process,
            request_deserializer=ProcessingRequest.FromString,
            response_serializer=ProcessingResponse.SerializeToString,
        )
        return grpc.method_handlers_generic_handler(SERVICE, {"Process": method})


def _ends(command: Outbound, seen: Seen) -> bool:
    match command:
        case c.Refuse():
            return True
        case c.ReleaseBody(end=end):
            return end
        case c.ReleaseHead():
            return seen.response_head_ended
        case c.Forward():
            return False
        case _:
            assert_never(command)


def _first(error: BaseException) -> BaseException:
    """The error that started it; a task group wraps even a single one, and what is not its tasks' comes bare."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
