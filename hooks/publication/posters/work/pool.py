"""Worker processes: where files that we did not make are opened.

A decoder can hang, crash, or ask for all the memory there is. Here it does so in a process of its own, with a
limit on time and on memory; a worker that is stuck or gone is replaced, and the other files go on.

Workers are plain subprocesses that speak JSON, one line a job, rather than a `multiprocessing` pool: forking
MkDocs' threaded server is unsafe, spawning would import the caller's main module, a pool does not survive a
crashed worker, and unpickling what a hostile file made a worker say would hand it the parent. Starting one
costs about 0.1 s, so there are never more of them than jobs, and none when there is nothing to do.

Time is that of the processor, as the system counts it for the worker: a file is not to blame for a busy
machine. A worker that waits and computes nothing is ended after many times as long by the clock.
"""

from __future__ import annotations

import errno
import importlib
import json
import logging
import math
import os
import resource
import selectors
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publication.posters.limits import MEMORY, SECONDS, ArtworkError
from publication.posters.work import store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOO_SLOW = "The file takes too long to read. Export the poster again, with simpler graphics or as a JPEG."
TOO_MUCH = (
    "The file needs too much memory to read. Export the poster again, with smaller pictures or as a JPEG."
)
BROKE_OFF = "The file cannot be read: it is damaged or built in an unusual way. Export the poster again."

_PATIENCE = 10  # times the seconds of a processor, by the clock
_FULL = {-signal.SIGABRT, -signal.SIGILL, -signal.SIGTRAP}  # how PDFium and qpdf end without memory

_HOOKS = Path(__file__).resolve().parents[3]
_START = f"import sys; sys.path.insert(0, sys.argv[1]); from {__name__} import serve; serve()"
_MAX_ANSWER = 16 * 1024 * 1024  # bytes; the text of 30 pages is a twentieth of this


@dataclass(frozen=True)
class Answer:
    """What became of a job: its number, its value (plain JSON data), or a problem in an editor's words.

    `private` and `is_of_file` are as of the ArtworkError that the problem was.
    """

    job: int
    value: Any = None
    problem: str | None = None
    private: str = ""
    is_of_file: bool = True

    @property
    def error(self) -> ArtworkError | None:
        """The problem, as whoever asked for the job may raise it."""
        if self.problem is None:
            return None
        return ArtworkError(self.problem, self.private, is_of_file=self.is_of_file)


def run(
    target: str,
    jobs: Sequence[Sequence[Any]],
    *,
    workers: int | None = None,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Iterator[Answer]:
    """Call `target` ("module:function") with each job's arguments, and yield the answers as they come.

    Arguments and values are plain JSON data. `workers` defaults to one a processor. `seconds` of a processor
    and `memory` in bytes are what one job may take.
    """
    waiting = iter(enumerate(jobs))
    with selectors.DefaultSelector() as selector:

        def start_next(worker: _Worker | None) -> None:
            job = next(waiting, None)
            if job is None:
                if worker:
                    worker.end()
                return
            worker = worker or _Worker(memory)
            worker.take(job[0], target, job[1], seconds)
            selector.register(worker.out, selectors.EVENT_READ, worker)

        try:
            for _ in range(min(workers or os.cpu_count() or 1, len(jobs))):
                start_next(None)
            while selector.get_map():
                busy: list[_Worker] = [key.data for key in selector.get_map().values()]
                patience = max(0.0, min(worker.deadline for worker in busy) - time.monotonic())
                ready = {key.fd for key, _ in selector.select(patience)}
                for worker in busy:
                    answer = worker.listen() if worker.out in ready else worker.overdue()
                    if answer:
                        selector.unregister(worker.out)
                        start_next(worker if worker.alive else None)
                        yield answer
        finally:
            for key in list(selector.get_map().values()):
                key.data.end()


class _Worker:
    """One process and the job it is at."""

    def __init__(self, memory: int) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own Python, our own code
            [sys.executable, "-c", _START, str(_HOOKS), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what decoders mutter is no use to an editor
            env={**os.environ, "PYTHONSAFEPATH": "1"},
        )
        assert self.process.stdin
        assert self.process.stdout
        self.inp, self.out = self.process.stdin, self.process.stdout.fileno()
        self.alive = True
        self.job, self.deadline, self.heard = -1, 0.0, b""

    def take(self, job: int, target: str, arguments: Sequence[Any], seconds: float) -> None:
        self.job, self.deadline, self.heard = job, time.monotonic() + _PATIENCE * seconds, b""
        with suppress(BrokenPipeError):  # it is gone: `listen` finds the end of its answers at once
            self.inp.write(json.dumps([target, arguments, seconds]).encode() + b"\n")
            self.inp.flush()

    def listen(self) -> Answer | None:
        """The answer, if it is whole; None while more of it is to come."""
        part = os.read(self.out, 1 << 16)
        self.heard += part
        if self.heard.endswith(b"\n"):
            return Answer(self.job, **json.loads(self.heard))
        if part and len(self.heard) < _MAX_ANSWER:
            return None
        ended = self.process.poll() if part else self.process.wait()
        self.end()
        why = TOO_SLOW if ended == -signal.SIGXCPU else TOO_MUCH if ended in _FULL else BROKE_OFF
        return Answer(self.job, problem=why)

    def overdue(self) -> Answer | None:
        if time.monotonic() < self.deadline:
            return None
        self.end()
        return Answer(self.job, problem=TOO_SLOW)

    def end(self) -> None:
        self.alive = False
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe
            with suppress(BrokenPipeError):  # a job that it never read
                pipe.close()


def serve() -> None:
    """The worker's side: answer jobs until the parent ends or closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the parent, which ends us
    logging.disable()
    memory = int(sys.argv[2])
    with suppress(ValueError, OSError):  # not every system knows this limit; the one on time still holds
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a library that prints must not break the protocol
    for line in sys.stdin:
        target, arguments, seconds = json.loads(line)
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = math.ceil(used.ru_utime + used.ru_stime + seconds)
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        print(json.dumps(_answer(target, arguments)), file=answers, flush=True)


def _answer(target: str, arguments: Sequence[Any]) -> dict[str, Any]:
    module, function = target.split(":")
    try:
        return {"value": getattr(importlib.import_module(module), function)(*arguments)}
    except ArtworkError as error:
        return {"problem": str(error), "private": error.private, "is_of_file": error.is_of_file}
    except MemoryError:
        return {"problem": TOO_MUCH}
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        said = store.FULL if is_full else f"A file cannot be read or written ({error.strerror})."
        return {"problem": said, "is_of_file": False}
