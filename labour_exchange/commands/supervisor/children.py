"""The processes of one installation: started in groups of their own, stopped in order, never outliving their parent."""

import ctypes
import os
import signal
import socket
import subprocess  # noqa: S404 - starting processes is what this module is for
import sys
from dataclasses import dataclass, field
from pathlib import Path

STOP_SECONDS = 25.0
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of prctl(2)


@dataclass(slots=True)
class Children:
    """Named child processes."""

    folder: Path
    environment: dict[str, str]
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: list[str]) -> None:
        self.running[name] = subprocess.Popen(  # noqa: S603
            command,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_parent if sys.platform == "linux" else None,
        )

    def ended(self) -> str | None:
        """The name of a child that has ended by itself, if one has."""
        return next((name for name, process in self.running.items() if process.poll() is not None), None)

    def stop(self) -> None:
        """Ask each to finish, then insist; the last started is the first to go."""
        for process in reversed(self.running.values()):
            _signal(process, signal.SIGTERM)
        for process in reversed(self.running.values()):
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                _signal(process, signal.SIGKILL)
                process.wait()
        self.running.clear()


def free_port() -> int:
    """A loopback port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _signal(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    try:
        if number is signal.SIGKILL:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
    except ProcessLookupError:
        pass


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)
