#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Start-up of window programs: milliseconds from exec to the first painted window.

usage: startup.py [--rounds N] NAME=COMMAND…

The programs are started in turn, round after round, on one X server whose frame buffer is a file: it is read, never asked,
so that the measurement disturbs nobody. Painted means: the screen shows at least eight colours more than without the
program. The first round fills the caches and does not count. Prints one line a program: median, least, most, and the ratio
to the first."""
import mmap
import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WIDTH, HEIGHT, PIXEL = 1440, 900, 4
COLOURS = 8
PATIENCE = 15.0
OPENBOX = """<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application class="*"><decor>no</decor></application></applications></openbox_config>"""


class Screen:
    """The frame buffer of an X server, looked at through every fourth line."""

    def __init__(self, folder: Path):
        handle = open(folder / "Xvfb_screen0", "rb")
        self.memory = mmap.mmap(handle.fileno(), 0, prot=mmap.PROT_READ)
        start = len(self.memory) - WIDTH * HEIGHT * PIXEL
        self.lines = [slice(start + y * WIDTH * PIXEL, start + (y + 1) * WIDTH * PIXEL) for y in range(0, HEIGHT, 4)]
        self.empty = [self.memory[line] for line in self.lines]

    def is_painted(self) -> bool:
        colours = set()
        for line, empty in zip(self.lines, self.empty):
            now = self.memory[line]
            if now != empty:
                colours.update(memoryview(now).cast("I"))
                if len(colours) > COLOURS:
                    return True
        return False

    def is_empty(self) -> bool:
        return all(self.memory[line] == empty for line, empty in zip(self.lines, self.empty))


class Desktop:
    def __init__(self, folder: Path):
        self.processes = []
        frames, home, runtime = folder / "frames", folder / "home", folder / "runtime"
        for each in (frames, home, runtime):
            each.mkdir(mode=0o700)
        config = folder / "openbox.xml"
        config.write_text(OPENBOX)
        reading, writing = os.pipe()
        self.spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-fbdir", str(frames),
                    "-nolisten", "tcp", "-nocursor"], pass_fds=(writing,))
        os.close(writing)
        display = ":" + os.read(reading, 16).decode().strip()
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "DISPLAY": display,
                            "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8", "NO_AT_BRIDGE": "1"}
        bus = self.spawn(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.spawn(["openbox", "--config-file", str(config)])
        time.sleep(1.0)
        self.screen = Screen(frames)

    def spawn(self, command, **more):
        more.setdefault("stdout", subprocess.DEVNULL)
        environment = getattr(self, "environment", None)
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True, env=environment, **more)
        self.processes.append(process)
        return process

    def end(self, process):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if process.poll() is None:
                os.killpg(process.pid, sign)
                try:
                    process.wait(2)
                except subprocess.TimeoutExpired:
                    pass
        self.processes.remove(process)

    def time_to_paint(self, command):
        began = time.perf_counter()
        process = self.spawn(command)
        painted = None
        while painted is None and time.perf_counter() - began < PATIENCE:
            if self.screen.is_painted():
                painted = (time.perf_counter() - began) * 1000
            else:
                time.sleep(0.0005)
        time.sleep(0.3)
        self.end(process)
        limit = time.perf_counter() + 3
        while not self.screen.is_empty() and time.perf_counter() < limit:
            time.sleep(0.02)
        return painted


def main() -> int:
    arguments = sys.argv[1:]
    rounds = 10
    if arguments[:1] == ["--rounds"]:
        rounds = int(arguments[1])
        arguments = arguments[2:]
    programs = [(name, shlex.split(command)) for name, command in (each.split("=", 1) for each in arguments)]
    if not programs:
        print(__doc__, file=sys.stderr)
        return 2
    times = {name: [] for name, _ in programs}
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(Path(folder))
        try:
            for number in range(rounds + 1):
                for name, command in programs:
                    painted = desktop.time_to_paint(command)
                    if number > 0 and painted is not None:
                        times[name].append(painted)
        finally:
            for process in list(desktop.processes):
                desktop.end(process)
    first = statistics.median(times[programs[0][0]])
    for name, _ in programs:
        taken = times[name]
        if not taken:
            print(f"{name:20} never painted")
            continue
        middle = statistics.median(taken)
        print(f"{name:20} {middle:7.0f} ms  ({min(taken):.0f}–{max(taken):.0f}, {len(taken)} runs)  {middle / first:5.2f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
