"""Our trimmed proto against an independent rendering of Envoy's own: what one writes, the other reads."""

import envoy_data_plane.envoy.config.core.v3 as core
import envoy_data_plane.envoy.service.ext_proc.v3 as oracle
import envoy_data_plane.google.protobuf as well_known
import pytest

from extproc.adapters.envoy.decode import event_of
from extproc.adapters.envoy.encode import CHUNK_BYTES, Seen, messages_of
from extproc.exchange import commands as c
from extproc.exchange import events as e
from extproc.pb.ext_proc_pb2 import ProcessingRequest, ProcessingResponse

SET = {"content-type": "application/json"}


def ours(message: oracle.ProcessingRequest) -> e.Event:
    return event_of(ProcessingRequest.FromString(bytes(message)))


def theirs(message: ProcessingResponse) -> oracle.ProcessingResponse:
    return oracle.ProcessingResponse.parse(message.SerializeToString())


def header_map(**headers: str) -> core.HeaderMap:
    return core.HeaderMap(
        headers=[
            core.HeaderValue(key=name.replace("_", "-"), raw_value=value.encode()) for name, value in headers.items()
        ]
    )


def struct(**fields: object) -> well_known.Struct:
    return well_known.Struct.from_dict(fields)


def test_a_request_head_is_read_with_its_claims_and_its_id() -> None:
    pseudo = [core.HeaderValue(key=":method", raw_value=b"POST"), core.HeaderValue(key=":path", raw_value=b"/v1/x?q=1")]
    headers = core.HeaderMap(headers=[*pseudo, core.HeaderValue(key="Accept", raw_value=b"*/*")])
    message = oracle.ProcessingRequest(
        request_headers=oracle.HttpHeaders(headers=headers),
        metadata_context=core.Metadata(
            filter_metadata={
                "envoy.filters.http.jwt_authn": struct(
                    jwt_payload={"sub": "dr.lee", "exp": 1.5, "groups": ["a", "b"], "deep": {"on": True, "none": None}}
                )
            }
        ),
        attributes={"envoy.filters.http.ext_proc": struct(**{"request.id": "id-1"})},
    )
    event = ours(message)
    assert isinstance(event, e.RequestHead)
    assert (event.request_id, event.method, event.path) == ("id-1", "POST", "/v1/x?q=1")
    assert event.headers == {"accept": "*/*"}
    assert event.claims == {"sub": "dr.lee", "exp": 1.5, "groups": ["a", "b"], "deep": {"on": True, "none": None}}


def test_metadata_of_another_filter_is_no_identity() -> None:
    message = oracle.ProcessingRequest(
        request_headers=oracle.HttpHeaders(headers=header_map(accept="x")),
        metadata_context=core.Metadata(filter_metadata={"envoy.filters.http.other": struct(jwt_payload={"sub": "x"})}),
    )
    event = ours(message)
    assert isinstance(event, e.RequestHead)
    assert event.claims is None


@pytest.mark.parametrize(
    ("message", "event"),
    [
        (
            oracle.ProcessingRequest(request_body=oracle.HttpBody(body=b"abc", end_of_stream=True)),
            e.RequestBody(b"abc", True),
        ),
        (oracle.ProcessingRequest(response_body=oracle.HttpBody(body=b"abc")), e.ResponseBody(b"abc", False)),
        (oracle.ProcessingRequest(request_trailers=oracle.HttpTrailers()), e.RequestTrailers()),
        (oracle.ProcessingRequest(response_trailers=oracle.HttpTrailers()), e.ResponseTrailers()),
    ],
)
def test_bodies_and_trailers_are_read(message: oracle.ProcessingRequest, event: e.Event) -> None:
    assert ours(message) == event


def test_a_response_head_is_read_with_its_status() -> None:
    headers = core.HeaderMap(headers=[core.HeaderValue(key=":status", raw_value=b"429")])
    event = ours(oracle.ProcessingRequest(response_headers=oracle.HttpHeaders(headers=headers, end_of_stream=True)))
    assert event == e.ResponseHead(429, {}, True, "")


def test_a_forward_is_a_head_with_raw_values_and_a_body_that_ends_once() -> None:
    body = b"x" * (CHUNK_BYTES + 1)
    forward = c.Forward(body, SET, ("x-app",), {"provider": "cloud", "masked": 2})
    first, *rest = [theirs(one) for one in messages_of(forward, Seen())]
    common = first.request_headers.response
    assert common.clear_route_cache
    assert common.header_mutation.remove_headers == ["x-app"]
    assert [(one.header.key, one.header.raw_value, one.header.value) for one in common.header_mutation.set_headers] == [
        ("content-type", b"application/json", "")
    ]
    assert first.dynamic_metadata.to_dict()["wardgate"]["provider"] == "cloud"
    chunks = [one.request_body.response.body_mutation.streamed_response for one in rest]
    assert b"".join(chunk.body for chunk in chunks) == body
    assert [chunk.end_of_stream for chunk in chunks] == [False, True]


def test_a_body_that_ended_with_trailers_is_ended_by_an_answer_to_them() -> None:
    seen = Seen(request_trailers=("x-sum",), response_trailers=("x-sum",))
    forwarded = [theirs(one) for one in messages_of(c.Forward(b"x", SET, (), {}), seen)]
    assert not forwarded[1].request_body.response.body_mutation.streamed_response.end_of_stream
    assert forwarded[2].request_trailers.header_mutation.remove_headers == ["x-sum"]
    released = [theirs(one) for one in messages_of(c.ReleaseBody(b"x", end=True), seen)]
    assert not released[0].response_body.response.body_mutation.streamed_response.end_of_stream
    assert released[1].response_trailers.header_mutation.remove_headers == ["x-sum"]


def test_an_empty_end_is_still_an_end() -> None:
    (message,) = [theirs(one) for one in messages_of(c.ReleaseBody(b"", end=True), Seen())]
    streamed = message.response_body.response.body_mutation.streamed_response
    assert streamed.end_of_stream
    assert streamed.body == b""


def test_a_response_without_a_body_is_answered_without_one() -> None:
    assert not list(messages_of(c.ReleaseBody(b"", end=True), Seen(response_head_ended=True)))


def test_a_refusal_says_so_to_envoy_and_to_the_caller() -> None:
    refuse = c.Refuse(403, "policy_denied", b"{}", SET, {"refused": True})
    (message,) = [theirs(one) for one in messages_of(refuse, Seen())]
    immediate = message.immediate_response
    assert int(immediate.status.code) == 403
    assert immediate.details == "wardgate_policy_denied"
    assert immediate.headers.set_headers[0].header.raw_value == b"application/json"
    assert message.dynamic_metadata.to_dict()["wardgate"]["refused"] is True


def test_a_header_that_stands_twice_is_read_as_both() -> None:
    headers = core.HeaderMap(
        headers=[
            core.HeaderValue(key="content-encoding", raw_value=b"identity"),
            core.HeaderValue(key="Content-Encoding", raw_value=b"gzip"),
        ]
    )
    event = ours(oracle.ProcessingRequest(request_headers=oracle.HttpHeaders(headers=headers)))
    assert isinstance(event, e.RequestHead)
    assert event.headers["content-encoding"] == "identity, gzip"
