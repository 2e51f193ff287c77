"""Starts and stops an Elasticsearch server of this machine's own, for demonstrations and tests."""

import ctypes
import json
import os
import pwd
import shutil
import signal
import socket
import subprocess  # noqa: S404 - starting a server is what this module is for
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

VERSION = "9.3.2"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
OLDEST_JAVA = 21
ADDRESS = "elasticsearch.address"
START_SECONDS = 180.0
STOP_SECONDS = 20.0


class ElasticsearchNotStarted(RuntimeError):
    """The server could not be started; the message says what is missing or where its log is."""


@dataclass(frozen=True, slots=True)
class ElasticsearchServer:
    url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End the server and every process of its group; safe to call twice."""
        for wish in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, wish)
            except ProcessLookupError:
                break
            try:
                self.process.wait(STOP_SECONDS)
                break
            except subprocess.TimeoutExpired:
                continue


def start_elasticsearch(folder: Path, port: int, *, heap: str = "1g", cache: Path | None = None) -> ElasticsearchServer:
    """Start one node that keeps its data in `folder` and listens on 127.0.0.1:`port`; return once its cluster is healthy.

    The distribution is unzipped once into `cache` (by default `~/.cache/labour-exchange`) and fetched with Maven when it is not there.
    Raises ElasticsearchNotStarted.
    """
    server = _launched(folder, port, heap, cache, {"discovery.type": "single-node", "transport.port": str(_free_port())})
    try:
        _wait_until_healthy(server)
    except BaseException:
        server.stop()
        raise
    return server


def start_cluster(folder: Path, ports: Sequence[int], *, heap: str = "512m", cache: Path | None = None) -> list[ElasticsearchServer]:
    """Start nodes that form one cluster on 127.0.0.1, one for each port; return once all have joined. Raises ElasticsearchNotStarted."""
    transports = [str(_free_port()) for _ in ports]
    names = [f"node-{number}" for number in range(len(ports))]
    shared = {
        "cluster.name": f"exchange-{ports[0]}",
        "discovery.seed_hosts": ",".join(f"127.0.0.1:{transport}" for transport in transports),
        "cluster.initial_master_nodes": ",".join(names),
    }
    servers: list[ElasticsearchServer] = []
    try:
        for name, port, transport in zip(names, ports, transports, strict=True):
            servers.append(_launched(folder / name, port, heap, cache, shared | {"node.name": name, "transport.port": transport}))
        for server in servers:
            _wait_until_healthy(server, nodes=len(ports))
    except BaseException:
        for server in servers:
            server.stop()
        raise
    return servers


def _launched(folder: Path, port: int, heap: str, cache: Path | None, place: dict[str, str]) -> ElasticsearchServer:
    user = _server_user()
    home = _distribution(cache or _default_cache(user), user)
    folder = _data_folder(folder, home, user)
    log = (folder / "server.out").open("ab")
    process = subprocess.Popen(  # noqa: S603
        _command(home, folder, port, place),
        env=_environment(folder, heap),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        user=user,
        group=user and pwd.getpwnam(user).pw_gid,
        extra_groups=[] if user else None,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )
    log.close()
    return ElasticsearchServer(f"http://127.0.0.1:{port}", folder, process)


def announce(server: ElasticsearchServer, instance: Path) -> None:
    """Let commands beside this process find the server, for as long as this process lives."""
    (instance / ADDRESS).write_text(f"{os.getpid()} {server.url}")


def announced(instance: Path) -> str:
    """The address of the server that a running installation has started; empty where none runs."""
    try:
        pid, url = (instance / ADDRESS).read_text().split()
        os.kill(int(pid), 0)
    except (OSError, ValueError):
        return ""
    return url


def fetch_distribution() -> Path:
    """Fetch and unzip the distribution where it is missing; gives its folder. Raises ElasticsearchNotStarted."""
    user = _server_user()
    return _distribution(_default_cache(user), user)


def _server_user() -> str | None:
    # Elasticsearch refuses to run as root.
    return "nobody" if os.geteuid() == 0 else None


def _default_cache(user: str | None) -> Path:
    wished = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "labour-exchange"
    return wished if user is None or _is_open_to_others(wished) else Path("/var/cache/labour-exchange")


def _is_open_to_others(path: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in (path, *path.parents) if parent.exists())


def _distribution(cache: Path, user: str | None) -> Path:
    home = cache / f"elasticsearch-{VERSION}"
    if home.is_dir():
        return home
    cache.mkdir(parents=True, exist_ok=True)
    # Unzipped under another name first: a start that is cut short must not leave half a distribution behind.
    partial = cache / f"partial-{os.getpid()}"
    with zipfile.ZipFile(_archive()) as archive:
        archive.extractall(partial)  # noqa: S202 - the archive is Elastic's own
    (unzipped,) = (entry for entry in partial.iterdir() if entry.is_dir())
    for script in (*unzipped.glob("bin/*"), *unzipped.glob("lib/tools/**/*.sh")):
        script.chmod(0o755)
    try:
        unzipped.rename(home)
    except OSError:
        if not home.is_dir():
            raise
    shutil.rmtree(partial, ignore_errors=True)
    return home


def _archive() -> Path:
    repository = Path(os.environ.get("MAVEN_REPOSITORY", Path.home() / ".m2" / "repository"))
    archive = repository / "org/elasticsearch/distribution/integ-test-zip/elasticsearch" / VERSION / f"elasticsearch-{VERSION}.zip"
    if archive.is_file():
        return archive
    maven = shutil.which("mvn")
    if maven is None:
        raise ElasticsearchNotStarted(f"neither {archive} nor Maven is there; set ELASTICSEARCH_URL to use a server that runs already")
    done = subprocess.run([maven, "-B", "dependency:get", f"-Dartifact={ARTIFACT}", "-Dtransitive=false"], capture_output=True, check=False)  # noqa: S603
    if done.returncode or not archive.is_file():
        raise ElasticsearchNotStarted(f"Maven could not fetch {ARTIFACT}: {done.stdout[-500:].decode(errors='replace')}")
    return archive


def _data_folder(folder: Path, home: Path, user: str | None) -> Path:
    folder = folder.resolve()
    if user is not None and not _is_open_to_others(folder.parent):
        # The server's user cannot walk into a folder below one that is closed to it.
        folder = Path("/var/tmp/labour-exchange") / folder.relative_to("/")  # noqa: S108
    for name in ("data", "logs", "tmp"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    if not (folder / "config").is_dir():
        shutil.copytree(home / "config", folder / "config")
    if user is not None:
        folder.chmod(0o755)
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, user)
    return folder


def _command(home: Path, folder: Path, port: int, place: dict[str, str]) -> list[str]:
    settings = place | {
        "xpack.security.enabled": "false",
        "network.host": "127.0.0.1",
        "http.port": str(port),
        "path.data": str(folder / "data"),
        "path.logs": str(folder / "logs"),
        # A laptop's nearly full disk is no reason to refuse writing a demonstration's index.
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    return [str(home / "bin" / "elasticsearch"), *(part for name, value in settings.items() for part in ("-E", f"{name}={value}"))]


def _environment(folder: Path, heap: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL", "TZ"}}
    return kept | {
        "ES_JAVA_HOME": str(_java_home()),
        "ES_JAVA_OPTS": f"-Xms{heap} -Xmx{heap}",
        "ES_PATH_CONF": str(folder / "config"),
        "ES_TMPDIR": str(folder / "tmp"),
        "HOME": str(folder),
    }


def _java_home() -> Path:
    for home in _java_homes():
        if _java_version(home) >= OLDEST_JAVA:
            return home
    raise ElasticsearchNotStarted(f"Elasticsearch {VERSION} needs Java {OLDEST_JAVA} or newer; install one or set ES_JAVA_HOME")


def _java_homes() -> Iterator[Path]:
    yield from (Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name))
    if java := shutil.which("java"):
        yield Path(java).resolve().parent.parent
    for root in (Path("/usr/lib/jvm"), Path("/opt"), Path.home() / ".sdkman/candidates/java", Path("/Library/Java/JavaVirtualMachines")):
        yield from sorted(root.glob("*"), reverse=True) if root.is_dir() else ()
        yield from sorted(root.glob("*/Contents/Home"), reverse=True) if root.is_dir() else ()


def _java_version(home: Path) -> int:
    """The major version that the folder's `release` file states; 0 where there is none."""
    try:
        lines = (home / "release").read_text().splitlines()
    except OSError:
        return 0
    version = next((line.split("=", 1)[1].strip('" ') for line in lines if line.startswith("JAVA_VERSION=")), "0")
    return int(version.split(".")[0].split("-")[0].split("+")[0])


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _die_with_parent() -> None:
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def _wait_until_healthy(server: ElasticsearchServer, nodes: int = 1) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if server.process.poll() is not None:
            raise ElasticsearchNotStarted(f"the server ended with {server.process.returncode}; its words are in {server.folder / 'server.out'}")
        try:
            with urllib.request.urlopen(f"{server.url}/_cluster/health", timeout=2) as answer:  # noqa: S310
                health = json.load(answer)
                if health["status"] in {"green", "yellow"} and health["number_of_nodes"] >= nodes:
                    return
        except (OSError, urllib.error.URLError, ValueError):
            pass
        time.sleep(0.3)
    raise ElasticsearchNotStarted(f"the server was not healthy after {START_SECONDS:.0f} s; its words are in {server.folder / 'server.out'}")
