"""`python -m tests.servers`: fetch what the tests need and this machine lacks: Elasticsearch through Maven, Chromium through apt."""

import os
import shutil
import subprocess
import sys

from labour_exchange.commands.supervisor.elasticsearch import fetch_distribution

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FONTS = "fonts-noto-core"


def browser_path() -> str | None:
    """Where a Chromium is, if there is one."""
    return os.environ.get("CHROMIUM") or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def main() -> int:
    if browser_path() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=True, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium", FONTS], check=True, **quiet)
    if browser_path() is None:
        print("no Chromium: install it, or name one in CHROMIUM", file=sys.stderr)  # noqa: T201 - this is a command
        return 1
    fetch_distribution()
    return 0


if __name__ == "__main__":
    sys.exit(main())
