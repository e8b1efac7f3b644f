"""One sidecar process: the gRPC server on its Unix socket, its health, its drain."""

import asyncio
import gc
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import grpc
import uvloop
from grpc_health.v1 import health, health_pb2, health_pb2_grpc

from extproc.adapters.assembly import detector_of, gate_of
from extproc.adapters.clock import SystemClock
from extproc.adapters.envoy.service import HEALTH_NAME, ExternalProcessor
from extproc.adapters.logs import Log
from extproc.adapters.otlp import open_telemetry
from extproc.adapters.policies import open_policy
from extproc.adapters.runtime_files import RuntimeFiles
from extproc.adapters.trail import SegmentTrail
from extproc.config import Settings
from extproc.runtime.budget import Budget
from extproc.runtime.driver import Ports
from extproc.runtime.inspector import ThreadedInspector
from extproc.runtime.tally import Tally

NOTICE_S: Final = 2.5
"""From saying NOT_SERVING to refusing new streams: more than Envoy's health interval times its unhealthy threshold."""


SERVING: Final = health_pb2.HealthCheckResponse.SERVING
NOT_SERVING: Final = health_pb2.HealthCheckResponse.NOT_SERVING

OPTIONS: Final = (
    ("grpc.max_receive_message_length", 8 * 2**20),  # Envoy's chunks are at most its buffer's 1 MiB
    ("grpc.max_concurrent_streams", 100_000),
    ("grpc.so_reuseport", 0),
)


def run(settings: Settings, index: int, policy_address: str | None) -> int:
    """Serve until SIGTERM, drain, return 0. Raises ``Misconfigured`` or ``TrailUnavailable`` before it serves."""
    socket = RuntimeFiles(settings.sidecar.sockets).prepared().sidecar(index)
    socket.unlink(missing_ok=True)  # of an earlier process that was killed
    return uvloop.run(_serve(settings, index, socket, policy_address))


async def _serve(settings: Settings, index: int, socket: Path, policy_address: str | None) -> int:
    log = Log()
    log.install()
    asyncio.get_running_loop().set_exception_handler(log.loop_failed)
    detector = detector_of(settings)
    policy, engine = await open_policy(
        settings.policy.engine,
        policy_address or settings.policy.address,
        settings.policy.bundle,
        settings.policy.deadline_ms,
    )
    trail = SegmentTrail.open(
        settings.audit.directory,
        settings.audit.key_file,
        fsync=settings.audit.fsync,
        revision=policy.revision,
        clock=SystemClock(),
    )
    log.chain_started(chain=trail.chain)
    telemetry = open_telemetry(settings.telemetry.otlp_endpoint)
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="long") as threads:
        ports = Ports(
            policy=policy,
            trail=trail,
            inspector=ThreadedInspector(detector, threads),
            clock=SystemClock(),
            telemetry=telemetry,
            reporter=log,
            budget=Budget(settings.sidecar.max_inflight_bytes),
            tally=Tally(),
            threads=threads,
        )
        processor = ExternalProcessor(gate_of(settings, detector.names), ports, log)
        gc.collect()
        gc.freeze()  # what stands now stays: walking the lexicon again would stop the process for 60 ms
        serving = partial(log.serving, index=index, engine=engine, revision=policy.revision)
        try:
            await _until_drained(processor, socket, settings.sidecar.drain_s, trail, log, serving)
        finally:
            await policy.close()
            await trail.close()
            telemetry.close()
    log.stopped()
    return 0


async def _until_drained(
    processor: ExternalProcessor,
    socket: Path,
    drain_s: float,
    trail: SegmentTrail,
    log: Log,
    serving: Callable[[], None],
) -> None:
    server = grpc.aio.server(options=OPTIONS)
    health_service = health.aio.HealthServicer()
    health_pb2_grpc.add_HealthServicer_to_server(health_service, server)
    server.add_generic_rpc_handlers((processor.handler(),))
    server.add_insecure_port(f"unix:{socket}")
    await server.start()
    await health_service.set(HEALTH_NAME, SERVING)
    serving()
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    watching = asyncio.create_task(_watch(trail, health_service, log))
    await stopping.wait()
    log.draining()
    watching.cancel()
    await health_service.enter_graceful_shutdown()
    await asyncio.sleep(NOTICE_S)
    await server.stop(drain_s)


async def _watch(trail: SegmentTrail, health_service: health.aio.HealthServicer, log: Log) -> None:
    """A process that cannot record is not healthy, for good: Envoy sends its requests to another one."""
    await trail.ended()
    log.trail_dead(reason=trail.refusal)
    await health_service.set(HEALTH_NAME, NOT_SERVING)
