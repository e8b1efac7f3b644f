"""A sidecar that changes nothing: it says yes with a provider, or no, and keeps what Envoy told it.

For tests of Envoy's configuration, which must hold whatever the sidecar does.
"""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import grpc
from google.protobuf.json_format import MessageToDict
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from extproc.pb import ext_proc_pb2 as pb

SERVICE = "envoy.service.ext_proc.v3.ExternalProcessor"


@dataclass
class StandIn:
    """``metadata`` goes with every decision; ``refuse`` answers in the provider's place; ``set_headers`` are tried."""

    metadata: Mapping[str, object] = field(default_factory=dict)
    refuse: bool = False
    set_headers: Mapping[str, str] = field(default_factory=dict)
    heads: list[dict[str, str]] = field(default_factory=list)
    answers: list[dict[str, str]] = field(default_factory=list)
    """Heads of responses."""
    first: list[dict[str, object]] = field(default_factory=list)

    def server(self, socket: Path) -> grpc.aio.Server:
        server = grpc.aio.server()
        method = grpc.stream_stream_rpc_method_handler(
            self._process,
            request_deserializer=pb.ProcessingRequest.FromString,
            response_serializer=pb.ProcessingResponse.SerializeToString,
        )
        server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(SERVICE, {"Process": method}),))
        healthy = health.aio.HealthServicer()
        health_pb2_grpc.add_HealthServicer_to_server(healthy, server)
        healthy._server_status["ext_proc"] = health_pb2.HealthCheckResponse.SERVING
        server.add_insecure_port(f"unix:{socket}")
        return server

    async def _process(
        self, messages: AsyncIterator[pb.ProcessingRequest], context: object
    ) -> AsyncIterator[pb.ProcessingResponse]:
        async for message in messages:
            if message.attributes or message.metadata_context.filter_metadata:
                self.first.append(MessageToDict(message))
            match message.WhichOneof("request"):
                case "request_headers" if self.refuse:
                    self.heads.append(_head(message.request_headers))
                    yield self._with_metadata(_refusal())
                    return
                case "request_headers":
                    self.heads.append(_head(message.request_headers))
                    yield self._with_metadata(self._passed())
                case "response_headers":
                    self.answers.append(_head(message.response_headers))
                    yield pb.ProcessingResponse(response_headers=pb.HeadersResponse())
                case "request_body":
                    yield pb.ProcessingResponse(request_body=_same(message.request_body))
                case "response_body":
                    yield pb.ProcessingResponse(response_body=_same(message.response_body))

    def _passed(self) -> pb.ProcessingResponse:
        headers = [
            pb.HeaderValueOption(header=pb.HeaderValue(key=name, raw_value=value.encode()))
            for name, value in self.set_headers.items()
        ]
        common = pb.CommonResponse(header_mutation=pb.HeaderMutation(set_headers=headers), clear_route_cache=True)
        return pb.ProcessingResponse(request_headers=pb.HeadersResponse(response=common))

    def _with_metadata(self, response: pb.ProcessingResponse) -> pb.ProcessingResponse:
        response.dynamic_metadata.update({"wardgate": dict(self.metadata)})
        return response


def _head(headers: pb.HttpHeaders) -> dict[str, str]:
    return {one.key: one.raw_value.decode() for one in headers.headers.headers}


def _refusal() -> pb.ProcessingResponse:
    body = b'{"error":{"code":"policy_denied"}}'
    return pb.ProcessingResponse(
        immediate_response=pb.ImmediateResponse(status=pb.HttpStatus(code=403), body=body, details="wardgate_denied")
    )


def _same(body: pb.HttpBody) -> pb.BodyResponse:
    chunk = pb.StreamedBodyResponse(body=body.body, end_of_stream=body.end_of_stream)
    return pb.BodyResponse(response=pb.CommonResponse(body_mutation=pb.BodyMutation(streamed_response=chunk)))


async def _main(socket: Path, stops_after: str) -> None:
    stand_in = StandIn(metadata={"provider": "demo-cloud"})
    server = stand_in.server(socket)
    await server.start()
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    await stopping.wait()
    await server.stop(float(stops_after))


if __name__ == "__main__":
    asyncio.run(_main(Path(sys.argv[1]), sys.argv[2]))
