"""One sidecar process: the gRPC server on its Unix socket, its health, its drain."""

import asyncio
import gc
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Final

import grpc
import uvloop
from grpc_health.v1 import health, health_pb2_grpc

from extproc.adapters.age import recipients_of
from extproc.adapters.assembly import asked_transcripts, gate_of, known_tools
from extproc.adapters.clock import SystemClock
from extproc.adapters.envoy.health import Health, Tell
from extproc.adapters.envoy.service import HEALTH_NAME, ExternalProcessor
from extproc.adapters.inspectors import open_inspector
from extproc.adapters.logs import Log
from extproc.adapters.otlp import open_telemetry
from extproc.adapters.otlp_counts import open_counts
from extproc.adapters.policies import LocalOpa, open_policy
from extproc.adapters.policy_ledger import PolicyLedger
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.adapters.trail import QUEUE_BYTES, SegmentTrail
from extproc.config import Settings
from extproc.policy.answer import PACKAGE
from extproc.runtime.budget import Budget
from extproc.runtime.driver import Ports
from extproc.runtime.tally import Tally

NOTICE_S: Final = 2.5
"""From saying NOT_SERVING to refusing new streams: more than Envoy's health interval times its unhealthy threshold."""

TEXTS_OF_A_BODY: Final = 3
"""An answer that is kept in full is three texts: as it came, masked, and as it went out."""

OPTIONS: Final = (
    ("grpc.max_receive_message_length", 8 * 2**20),  # Envoy's chunks are at most its buffer's 1 MiB
    ("grpc.max_concurrent_streams", 100_000),
    ("grpc.so_reuseport", 0),
)


def run(settings: Settings, index: int, opa: LocalOpa) -> int:
    """Serve until SIGTERM, drain, return 0. Raises ``Misconfigured`` or ``TrailUnavailable`` before it serves."""
    socket = RuntimeFiles(settings.sidecar.sockets).prepared().sidecar(index)
    socket.unlink(missing_ok=True)  # of an earlier process that was killed
    return uvloop.run(_serve(settings, index, socket, opa))


async def _serve(settings: Settings, index: int, socket: Path, opa: LocalOpa) -> int:
    log = Log()
    log.install()
    asyncio.get_running_loop().set_exception_handler(log.loop_failed)
    async with AsyncExitStack() as held:
        threads = held.enter_context(ThreadPoolExecutor(max_workers=2, thread_name_prefix="long"))
        inspector = await open_inspector(settings.detect, settings.sidecar.request_deadline_s, threads, log)
        held.push_async_callback(inspector.close)
        log.detecting(names=inspector.names)
        opened = await open_policy(settings.policy, opa)
        policy = opened.engine
        held.push_async_callback(policy.close)
        trail = _trail(settings, policy.revision)
        held.push_async_callback(trail.close)
        log.chain_started(chain=trail.chain)
        telemetry = open_telemetry(settings.telemetry.otlp_endpoint)
        held.callback(telemetry.close)
        counts = open_counts(settings.telemetry.otlp_endpoint)
        held.callback(counts.close)
        ports = Ports(
            policy=policy,
            trail=trail,
            inspector=inspector,
            clock=SystemClock(),
            telemetry=telemetry,
            reporter=log,
            budget=Budget(settings.sidecar.max_inflight_bytes),
            tally=Tally(),
            threads=threads,
        )
        processor = ExternalProcessor(gate_of(settings, inspector.names, {}), ports, log)
        ledger = PolicyLedger(trail, log, counts, SystemClock().time_us, opened.taken)
        looking = opened.watching(
            ledger, settings.audit.directory, settings.policy.poll_s, partial(_known, processor, log)
        )
        await held.enter_async_context(meanwhile(looking))
        gc.collect()
        gc.freeze()  # what stands now stays: walking the lexicon again would stop the process for 60 ms
        health_of = partial(Health, trail, inspector, log)
        async with meanwhile(inspector.keep_testing(settings.detect.self_test_s)):
            serving = partial(log.serving, index=index, engine=opened.taken, revision=policy.revision)
            await _until_drained(processor, socket, settings.sidecar.drain_s, health_of, log, serving)
    log.stopped()
    return 0


def _known(processor: ExternalProcessor, log: Log, data: Mapping[str, object], packages: Sequence[str]) -> None:
    """Another policy is in force: exchanges that begin now know its names, and whether it has a say in answers."""
    if not processor.gate.seals and (asked := asked_transcripts(data)):
        log.transcripts_unmet(kind=asked)
    asks = PACKAGE in packages
    processor.gate = replace(processor.gate, known_tools=known_tools(data), asks_of_answers=asks)


def _trail(settings: Settings, revision: str) -> SegmentTrail:
    audit = settings.audit
    return SegmentTrail.open(
        audit.directory,
        audit.key_file,
        fsync=audit.fsync,
        revision=revision,
        clock=SystemClock(),
        recipients=recipients_of(settings.transcripts),
        queue_bytes=QUEUE_BYTES + TEXTS_OF_A_BODY * settings.sidecar.max_inflight_bytes,
    )


async def _until_drained(
    processor: ExternalProcessor,
    socket: Path,
    drain_s: float,
    health_of: Callable[[Tell], Health],
    log: Log,
    serving: Callable[[], None],
) -> None:
    server = grpc.aio.server(options=OPTIONS)
    health_service = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(health_service, server)
    server.add_generic_rpc_handlers((processor.handler(),))
    server.add_insecure_port(f"unix:{socket}")
    await server.start()
    health_now = health_of(partial(health_service.set, HEALTH_NAME))
    await health_now.look()
    serving()
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    async with meanwhile(health_now.keep_looking()):
        await stopping.wait()
        log.draining()
    await health_service.enter_graceful_shutdown()
    await asyncio.sleep(NOTICE_S)
    await server.stop(drain_s)


@asynccontextmanager
async def meanwhile(work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """``work`` goes on inside the block, and ends with it."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
