"""Commands → Envoy's messages, in the order that FULL_DUPLEX_STREAMED accepts.

Envoy reads a header's ``raw_value`` only: ``value`` alone sets an empty header. A body that ended with trailers is
ended by an answer to the trailers, else by a chunk with ``end_of_stream``; a response that ended with its head has no
body at all.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from extproc.exchange import commands as c
from extproc.pb.ext_proc_pb2 import (
    BodyMutation,
    BodyResponse,
    CommonResponse,
    HeaderMutation,
    HeadersResponse,
    HeaderValue,
    HeaderValueOption,
    HttpStatus,
    ImmediateResponse,
    ProcessingResponse,
    StreamedBodyResponse,
    TrailersResponse,
)

NAMESPACE: Final = "wardgate"
CHUNK_BYTES: Final = 256 * 1024
"""A body goes out in messages of this size: far below gRPC's usual 4 MiB bound, large enough to cost little."""


@dataclass(slots=True)
class Seen:
    """What Envoy's own messages said so far, which decides how ours must end."""

    request_trailers: tuple[str, ...] | None = None
    response_trailers: tuple[str, ...] | None = None
    response_head_ended: bool = False


def messages_of(
    command: c.Forward | c.Refuse | c.ReleaseHead | c.ReleaseBody, seen: Seen
) -> Iterator[ProcessingResponse]:
    match command:
        case c.Forward(body, set_headers, remove_headers, metadata):
            common = CommonResponse(header_mutation=_mutation(set_headers, remove_headers), clear_route_cache=True)
            yield _with(ProcessingResponse(request_headers=HeadersResponse(response=common)), metadata)
            for chunk in _chunks(body, seen.request_trailers is None):
                yield ProcessingResponse(request_body=BodyResponse(response=chunk))
            if seen.request_trailers is not None:
                yield ProcessingResponse(request_trailers=_dropped(seen.request_trailers))
        case c.Refuse(status, code, body, headers, metadata):
            immediate = ImmediateResponse(
                status=HttpStatus(code=status), headers=_mutation(headers, ()), body=body, details=f"wardgate_{code}"
            )
            yield _with(ProcessingResponse(immediate_response=immediate), metadata)
        case c.ReleaseHead(set_headers, remove_headers, metadata):
            common = CommonResponse(header_mutation=_mutation(set_headers, remove_headers))
            yield _with(ProcessingResponse(response_headers=HeadersResponse(response=common)), metadata)
        case c.ReleaseBody(data, end, metadata):
            yield from _released(data, end, metadata, seen)
        case _:
            assert_never(command)


def _released(data: bytes, end: bool, metadata: c.Metadata, seen: Seen) -> Iterator[ProcessingResponse]:
    if seen.response_head_ended:
        return
    ends_body = end and seen.response_trailers is None
    for chunk in _chunks(data, ends_body):
        yield _with(ProcessingResponse(response_body=BodyResponse(response=chunk)), metadata)
    if end and seen.response_trailers is not None:
        yield ProcessingResponse(response_trailers=_dropped(seen.response_trailers))


def _chunks(body: bytes, end: bool) -> Iterator[CommonResponse]:
    starts = range(0, len(body), CHUNK_BYTES) or ([0] if end else [])
    for start in starts:
        last = end and start + CHUNK_BYTES >= len(body)
        streamed = StreamedBodyResponse(body=body[start : start + CHUNK_BYTES], end_of_stream=last)
        yield CommonResponse(body_mutation=BodyMutation(streamed_response=streamed))


def _mutation(set_headers: Mapping[str, str], remove_headers: tuple[str, ...]) -> HeaderMutation:
    options = [
        HeaderValueOption(
            header=HeaderValue(key=name, raw_value=value.encode()),
            append_action=HeaderValueOption.OVERWRITE_IF_EXISTS_OR_ADD,
        )
        for name, value in set_headers.items()
    ]
    return HeaderMutation(set_headers=options, remove_headers=remove_headers)


def _dropped(names: tuple[str, ...]) -> TrailersResponse:
    """Trailers are inspected by nobody, so none goes on."""
    return TrailersResponse(header_mutation=HeaderMutation(remove_headers=names))


def _with(message: ProcessingResponse, metadata: c.Metadata) -> ProcessingResponse:
    if metadata:
        message.dynamic_metadata.update({NAMESPACE: dict(metadata)})
    return message
