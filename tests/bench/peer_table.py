#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table beside DB Browser for SQLite: the same file, opened and filtered in turn, on one screen.

usage: peer_table.py [--rounds N] CONSOLE FILE

"Shown" ends with the last change of a part of the table's picture, read from the frame buffer; "at rest" when all threads
together used processor time for the last time before a second without. Opening counts from exec, filtering from the last key
of what is typed: digits in the identity's column there, the same as an expression here. The program that is filtered shows
nothing else in that part. Prints medians and the ratio to DB Browser."""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from startup import HEIGHT, PIXEL, WIDTH, Desktop  # noqa: E402

QUIET = 1.0  # DB Browser waits a while before it filters
BUSY = 0.003  # seconds of processor time between two looks, a hundredth of a second apart
PATIENCE = 30.0
DIGITS = "4711"
IDENTITY_COLUMN = 7  # of the table of notifications, from nought
FIRST_FILTER = (100, 175)  # of DB Browser's window: the filter of the first column
QUESTION = "^DB Browser for SQLite$"  # "The database is currently busy …", asked by itself


class Program:
    def __init__(self, desktop, command):
        self.desktop = desktop
        self.began = time.perf_counter()
        self.process = desktop.spawn(command)

    def tool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.desktop.environment, capture_output=True, text=True)

    def used(self):
        """Processor time of all threads, in seconds."""
        nanoseconds = 0
        for task in Path(f"/proc/{self.process.pid}/task").iterdir():
            try:
                nanoseconds += int((task / "schedstat").read_text().split()[0])
            except (OSError, IndexError):
                continue  # has just ended
        return nanoseconds * 1e-9

    def picture(self):
        """A part of the table: some rows from the middle of the screen, without scroll bars."""
        memory = self.desktop.screen.memory
        start = len(memory) - WIDTH * HEIGHT * PIXEL
        left, right = self.columns
        return b"".join(memory[start + (y * WIDTH + left) * PIXEL:start + (y * WIDTH + right) * PIXEL]
                        for y in range(*self.rows, 3))

    def wait(self, since):
        """Seconds from `since` until the table changed, and until the program worked, for the last time."""
        shown = rest = looked = since
        picture, used = self.picture(), self.used()
        limit = since + PATIENCE
        while looked - max(shown, rest) < QUIET and looked < limit:
            time.sleep(0.005)
            now, looked = self.picture(), time.perf_counter()
            if now != picture:
                picture, shown = now, looked
            time.sleep(0.005)
            work = self.used()
            if work - used > BUSY:
                rest = time.perf_counter()
            used = work
        return shown - since, rest - since

    def resident(self):
        for line in Path(f"/proc/{self.process.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0

    def type(self, text):
        """All but the last character, then that one. Returns what wait() makes of it."""
        self.tool("type", "--delay", "5", text[:-1])
        self.wait(time.perf_counter())
        key = subprocess.Popen(["xdotool", "type", text[-1]], env=self.desktop.environment)
        taken = self.wait(time.perf_counter())
        key.wait()
        return taken

    def end(self):
        self.desktop.end(self.process)


class Browser(Program):
    name = "DB Browser for SQLite"
    rows, columns = (330, 700), (300, 600)

    def __init__(self, desktop, file):
        super().__init__(desktop, ["sqlitebrowser", "-t", "notification", str(file)])

    def answer(self):
        question = self.tool("search", "--name", QUESTION).stdout.split()
        for window in question:
            self.tool("windowfocus", "--sync", window)
            self.tool("key", "n")

    def open(self):
        taken = self.wait(self.began)
        self.answer()
        self.wait(time.perf_counter())
        return taken

    def filter(self):
        window = self.tool("search", "--name", "^DB Browser for SQLite - ").stdout.split()[0]
        self.tool("windowfocus", "--sync", window)
        self.tool("mousemove", "--window", window, str(FIRST_FILTER[0]), str(FIRST_FILTER[1]), "click", "1")
        self.tool("key", *["Tab"] * IDENTITY_COLUMN)
        return self.type(DIGITS)


class Console(Program):
    name = "capability-console"
    rows, columns = (450, 700), (600, 900)

    def __init__(self, desktop, command, file):
        super().__init__(desktop, [command, "--database", str(file)])

    def open(self):
        return self.wait(self.began)

    def filter(self):
        window = self.tool("search", "--name", "Capability Console").stdout.split()[-1]
        self.tool("windowfocus", "--sync", window)
        self.tool("key", "ctrl+f")
        return self.type(f"identity:*{DIGITS}*")


def main() -> int:
    arguments = sys.argv[1:]
    rounds = 3
    if arguments[:1] == ["--rounds"]:
        rounds = int(arguments[1])
        arguments = arguments[2:]
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    command, file = os.path.abspath(arguments[0]), Path(arguments[1]).resolve()
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        desktop = Desktop(Path(folder))
        try:
            for number in range(rounds + 1):
                for start in (lambda: Browser(desktop, file), lambda: Console(desktop, command, file)):
                    shutil.rmtree(Path(folder) / "home", ignore_errors=True)
                    (Path(folder) / "home").mkdir()
                    program = start()
                    taken = (*program.open(), *program.filter(), program.resident())
                    program.end()
                    if number > 0:  # the first round fills the caches
                        figures.setdefault(program.name, []).append(taken)
        finally:
            for process in list(desktop.processes):
                desktop.end(process)
    middle = {name: [statistics.median(each) for each in zip(*taken)] for name, taken in figures.items()}
    theirs, ours = middle[Browser.name], middle[Console.name]
    print(f"{'the same file, medians of ' + str(rounds) + ' rounds':44}{Browser.name:>24}{Console.name:>22}")
    lines = ("exec to rows shown, ms", "exec to rest, ms", f"{DIGITS} in identities: last key to rows, ms",
             "the same to rest, ms", "RSS then, MB")
    for line, factor, a, b in zip(lines, (1000, 1000, 1000, 1000, 1), theirs, ours):
        print(f"{line:44}{a * factor:24.0f}{b * factor:22.0f}  {b / a:5.2f} ×")
    return 0


if __name__ == "__main__":
    sys.exit(main())
