"""Envoy's messages → events. What is read of them, and nothing else, enters the exchange."""

from collections.abc import Iterable
from typing import Final

from google.protobuf.struct_pb2 import Struct, Value

from extproc.errors import ProtocolError
from extproc.exchange import events as e
from extproc.pb.ext_proc_pb2 import HeaderMap, ProcessingRequest

JWT_NAMESPACE: Final = "envoy.filters.http.jwt_authn"
JWT_PAYLOAD: Final = "jwt_payload"
ATTRIBUTES: Final = "envoy.filters.http.ext_proc"


def event_of(message: ProcessingRequest) -> e.Event:
    """Raises ``ProtocolError`` for a message of no known kind."""
    match message.WhichOneof("request"):
        case "request_headers":
            return _request_head(message)
        case "request_body":
            return e.RequestBody(message.request_body.body, message.request_body.end_of_stream)
        case "request_trailers":
            return e.RequestTrailers()
        case "response_headers":
            return _response_head(message)
        case "response_body":
            return e.ResponseBody(message.response_body.body, message.response_body.end_of_stream)
        case "response_trailers":
            return e.ResponseTrailers()
        case _:
            raise ProtocolError("a message without a request in it")


def _request_head(message: ProcessingRequest) -> e.RequestHead:
    headers = headers_of(message.request_headers.headers)
    return e.RequestHead(
        request_id=_attribute(message, "request.id") or headers.get("x-request-id", ""),
        method=headers.get(":method", ""),
        path=headers.get(":path", ""),
        headers={name: value for name, value in headers.items() if not name.startswith(":")},
        claims=_claims(message),
        end=message.request_headers.end_of_stream,
    )


def _response_head(message: ProcessingRequest) -> e.ResponseHead:
    headers = headers_of(message.response_headers.headers)
    status = headers.get(":status", "")
    return e.ResponseHead(
        status=int(status) if status.isdecimal() else 0,
        headers={name: value for name, value in headers.items() if not name.startswith(":")},
        end=message.response_headers.end_of_stream,
        request_id=_attribute(message, "request.id"),
    )


def headers_of(header_map: HeaderMap) -> dict[str, str]:
    """Names in lower case; a name that stands twice has its values joined by a comma, as RFC 9110 reads them.

    Bytes outside UTF-8 become replacement characters, which no grammar of a header we act on accepts.
    """
    headers: dict[str, str] = {}
    for header in header_map.headers:
        name = header.key.lower()
        value = header.raw_value.decode(errors="replace") if header.raw_value else header.value
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def trailer_names(header_map: HeaderMap) -> Iterable[str]:
    return (header.key for header in header_map.headers)


def _attribute(message: ProcessingRequest, name: str) -> str:
    if ATTRIBUTES not in message.attributes:
        return ""
    fields = message.attributes[ATTRIBUTES].fields
    return fields[name].string_value if name in fields else ""


def _claims(message: ProcessingRequest) -> dict[str, object] | None:
    """Of the token that Envoy verified; a caller cannot write into this namespace."""
    metadata = message.metadata_context.filter_metadata
    if JWT_NAMESPACE not in metadata or JWT_PAYLOAD not in metadata[JWT_NAMESPACE].fields:
        return None
    return plain_struct(metadata[JWT_NAMESPACE].fields[JWT_PAYLOAD].struct_value)


def plain_struct(struct: Struct) -> dict[str, object]:
    return {name: plain_value(value) for name, value in struct.fields.items()}


def plain_value(value: Value) -> object:
    """JSON as Python has it; every number is a float, as in a ``Struct``."""
    match value.WhichOneof("kind"):
        case "string_value":
            return value.string_value
        case "number_value":
            return value.number_value
        case "bool_value":
            return value.bool_value
        case "struct_value":
            return plain_struct(value.struct_value)
        case "list_value":
            return [plain_value(member) for member in value.list_value.values]
        case _:
            return None
