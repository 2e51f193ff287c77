"""Run a command as the child of a small process, and write behind what it says how many megabytes it held at most.

Asked for by a large process itself, the figure would be that process's own: the kernel counts for a program what the process held that started it.
"""

import os
import subprocess
import sys

if __name__ == "__main__":
    running = subprocess.Popen(sys.argv[1:])
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"{used.ru_maxrss // 1024}\n")
    sys.exit(running.returncode)
