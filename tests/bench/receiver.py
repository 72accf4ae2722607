#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the receiver beside its peers, interleaved in one run: closed loop at several numbers of connections, then an
open loop at fixed rates. Prints one table; every figure is the median of the rounds. Where there is an X server to be had,
the whole program with its window is one of the servers, also with syncs that take 5 ms more."""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
PEERS = ROOT / "build/bench-peers"
SECRET = "benchmark-secret"
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """One receiver as a process; `port` once it listens."""

    def __init__(self, name, command, sign="sinch", port=None, environment=None, path="/callbacks"):
        self.name, self.sign, self.path = name, sign, path
        self.output = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(command, stdout=self.output, stderr=subprocess.DEVNULL,
                                        stdin=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})}, start_new_session=True)
        self.port = port or self.wait_for_port()

    def wait_for_port(self):
        for _ in range(200):
            self.output.seek(0)
            found = re.search(r"127\.0\.0\.1:(\d+)", self.output.readline())
            if found:
                return int(found.group(1))
            time.sleep(0.05)
        raise SystemExit(f"{self.name} does not start")

    def turns(self):
        """Of the GUI thread of bench_window, since the last time that it was asked."""
        seen = self.output.seek(0, os.SEEK_END)
        self.process.stdin.write("turns\n")
        self.process.stdin.flush()
        for _ in range(200):
            self.output.seek(seen)
            line = self.output.readline()
            if line.endswith("\n"):
                return json.loads(line)
            time.sleep(0.05)
        raise SystemExit(f"{self.name} does not tell its turns")

    def cpu_seconds(self):
        """Of the process and of its children."""
        total = 0
        for entry in pathlib.Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except (OSError, IndexError):
                continue
            if int(fields[3]) == self.process.pid:  # its session
                total += sum(int(field) for field in fields[11:15])  # with the children that have ended
        return total / TICKS

    def settle(self):
        """Until it rests: webhook answers first and then starts a program for each, for half a minute; the next server that
        is measured must not pay for that."""
        before = self.cpu_seconds()
        for _ in range(200):
            time.sleep(0.5)
            now = self.cpu_seconds()
            if now - before < 0.03:
                return
            before = now

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_ours(work):
    return Server("capability-cli", [BIN / "capability-cli", "listen", "--listen", "127.0.0.1:0", "--database", work / "ours.sqlite"],
                  environment={"CAPABILITY_WEBHOOK_SECRET": SECRET})


def window(work, name, environment):
    return Server(name, [BIN / "bench_window", work], environment={"DISPLAY": SCREEN.name, "QT_QPA_PLATFORM": "xcb", **environment},
                  path="/callbacks/live")


def start_window(work):
    return window(work, WINDOW, {})


def start_slow_window(work):
    (work / "faults").write_text("SLOWISH-SYNC")
    return window(work, SLOW_WINDOW, {"LD_PRELOAD": str(FAULTS), "CONSOLE_FAULTS": str(work / "faults")})


class Screen:
    """An X server of our own; none where it is not installed and may not be."""

    def __init__(self):
        if not shutil.which("Xvfb") and os.geteuid() == 0:
            subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", "xvfb"], stdout=subprocess.DEVNULL, check=False)
        self.process, self.name = None, None
        if shutil.which("Xvfb"):
            self.process = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
            self.name = ":" + self.process.stdout.readline().strip()

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()


def start_express(work):
    shutil.copy(ROOT / "tests/bench/peer_express.mjs", PEERS / "peer_express.mjs")
    return Server("express", ["node", PEERS / "peer_express.mjs", work / "express.sqlite", SECRET],
                  environment={"NODE_ENV": "production"})


def start_webhook(work):
    """Verifies the HMAC and starts a program, as it does whenever its rule holds."""
    return webhook(work, "webhook", [])


def start_webhook_alone(work):
    """A second rule that never holds keeps it from starting a program: what its HTTP and its HMAC cost alone."""
    return webhook(work, "webhook, no run", [
        {"match": {"type": "value", "value": "never", "parameter": {"source": "header", "name": "Content-Type"}}}])


def webhook(work, name, more_rules):
    hmac = {"match": {"type": "payload-hmac-sha256", "secret": SECRET, "parameter": {"source": "header", "name": "X-Hub-Signature-256"}}}
    port = free_port()
    hooks = work / f"hooks-{port}.json"
    hooks.write_text(json.dumps([{"id": "callbacks", "execute-command": "/bin/true", "trigger-rule": {"and": [hmac, *more_rules]}}]))
    server = Server(name, ["webhook", "-hooks", hooks, "-ip", "127.0.0.1", "-port", str(port), "-urlprefix", ""], "hub", port)
    time.sleep(0.5)
    return server


def start_nginx(work):
    port = free_port()
    (work / "nginx.conf").write_text(
        f"daemon off; master_process off; error_log /dev/null; pid {work}/nginx.pid; events {{ worker_connections 1024; }}\n"
        f"http {{ access_log off; keepalive_requests 100000000; client_body_temp_path {work}/body;\n"
        f"server {{ listen 127.0.0.1:{port}; location / {{ return 200 '{{}}'; }} }} }}\n")
    server = Server("nginx", ["nginx", "-p", work, "-c", work / "nginx.conf"], port=port)
    time.sleep(0.5)
    return server


def set_up_peers():
    """What is missing is installed where that is possible; a peer that cannot be had is left out, and that is said."""
    missing = [name for name, program in (("webhook", "webhook"), ("nginx-light", "nginx")) if not shutil.which(program)]
    if missing and os.geteuid() == 0:
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing], stdout=subprocess.DEVNULL, check=False)
    starters = [start_ours] + ([start_window] if SCREEN.name else [])
    if shutil.which("npm"):
        PEERS.mkdir(parents=True, exist_ok=True)
        if not list(PEERS.glob("node_modules/better-sqlite3/build/Release/better_sqlite3.node")):
            subprocess.run(["npm", "install", "--no-audit", "--no-fund", "express@5", "better-sqlite3@12"], cwd=PEERS, check=False)
    if list(PEERS.glob("node_modules/better-sqlite3/build/Release/better_sqlite3.node")):
        starters.append(start_express)
    starters += [start for program, start in (("webhook", start_webhook), ("webhook", start_webhook_alone), ("nginx", start_nginx)) if shutil.which(program)]
    left_out = {"start_express", "start_webhook", "start_nginx"} - {start.__name__ for start in starters}
    for name in sorted(left_out):
        print(f"not measured, for it is not there: {name.removeprefix('start_')}")
    return starters


def load(server, **options):
    words = [BIN / "callback_load", "--port", str(server.port), "--path", server.path, "--sign", server.sign]
    for name, value in options.items():
        words += [f"--{name}", str(value)]
    is_window = server.name in (WINDOW, SLOW_WINDOW)
    start = server.turns() if is_window else {}
    before = server.cpu_seconds()
    result = json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)
    server.settle()
    result["cpu_us"] = (server.cpu_seconds() - before) * 1e6 / (result["requests"] * 1.25)  # the warm-up is a quarter
    if is_window:
        end = server.turns()
        result.update(end)
        result["new"] = end["stored"] - start["stored"]
    return result


def sync_milliseconds(folder):
    """One fdatasync of a page appended: what no commit can be faster than."""
    times = []
    with open(folder / "sync", "wb", buffering=0) as file:
        for _ in range(200):
            file.write(b"x" * 4096)
            begun = time.perf_counter()
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def version(*command):
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    except OSError:
        return ""
    return result.stdout.strip().splitlines()[0]


def versions():
    found = ["node " + version("node", "--version"), version("webhook", "-version"), version("nginx", "-v")]
    for name in ("express", "better-sqlite3"):
        package = PEERS / "node_modules" / name / "package.json"
        if package.exists():
            found.append(f"{name} {json.loads(package.read_text())['version']}")
    return ", ".join(found)


def median(results, member):
    return statistics.median(result[member] for result in results)


def measure(servers, rounds, settings):
    """settings × servers × rounds, interleaved: what the machine does meanwhile hits all of them."""
    found = {}
    for number in range(rounds):
        for setting in settings:
            for server in servers:
                if sys.stderr.isatty():
                    print(f"\r\033[Kround {number + 1} of {rounds}: {setting} {server.name}", end="", file=sys.stderr, flush=True)
                found.setdefault((tuple(setting.items()), server.name), []).append(load(server, **setting))
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
    return found


def print_closed(servers, found, connections):
    print(f"{'connections':>11} {'server':<15} {'requests/s':>10} {'ours is':>8} {'p50 ms':>8} {'p99 ms':>8} {'CPU µs':>7} {'not 200':>7}")
    for count in connections:
        rows = {server.name: found[((("connections", count), ("seconds", SECONDS)), server.name)] for server in servers}
        ours = median(rows[servers[0].name], "per_second")
        for name, results in rows.items():
            rate = median(results, "per_second")
            print(f"{count:>11} {name:<15} {rate:>10.0f} {ours / rate:>7.2f}× {median(results, 'p50_ms'):>8.2f} {median(results, 'p99_ms'):>8.2f} "
                  f"{median(results, 'cpu_us'):>7.0f} {sum(r['not_200'] for r in results):>7}")


def print_open(servers, found, rates):
    print(f"{'rate/s':>11} {'server':<15} {'p50 ms':>8} {'p99 ms':>8} {'p99.9 ms':>8} {'not 200':>7}")
    for rate in rates:
        for server in servers:
            results = found[((("connections", 64), ("rate", rate), ("seconds", 2 * SECONDS)), server.name)]
            print(f"{rate:>11} {server.name:<15} {median(results, 'p50_ms'):>8.2f} {median(results, 'p99_ms'):>8.2f} "
                  f"{median(results, 'p999_ms'):>8.2f} {sum(r['not_200'] for r in results):>7}")


def print_turns(servers, found, rates, seconds):
    """The window under an open loop; each callback has ids of its own, so every 200 is one row more."""
    print(f"{'rate/s':>11} {'server':<15} {'p50 ms':>8} {'p99 ms':>8} {'p99.9 ms':>8} {'turn p99.9':>10} {'longest':>8} {'not 200':>7} {'rows':>8}")
    for rate in rates:
        for server in servers:
            for result in found[((("connections", 64), ("rate", rate), ("seconds", seconds)), server.name)]:
                print(f"{rate:>11} {server.name:<15} {result['p50_ms']:>8.2f} {result['p99_ms']:>8.2f} {result['p999_ms']:>8.2f} "
                      f"{result['turn_p999_ms']:>10.2f} {result['turn_longest_ms']:>8.2f} {result['not_200']:>7} {result['new']:>8}")


SECONDS = 2
WINDOW, SLOW_WINDOW = "with its window", "window, slow disk"
FAULTS = ROOT / "build/release/tests/libconsole_faults.so"
SCREEN = None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--window-seconds", type=int, default=30, help="how long each rate is held against the open window")
    options = parser.parse_args()
    global SCREEN
    SCREEN = Screen()
    starters = set_up_peers()
    connections, rates = (1, 16, 64, 256), (500, 1000, 2000)
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder:
        work = pathlib.Path(folder)
        print(f"processors: {os.cpu_count()}, load before: {os.getloadavg()[0]:.1f}, fdatasync of a page: {sync_milliseconds(work):.2f} ms, "
              f"medians of {options.rounds} interleaved rounds of {SECONDS} s, {time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC")
        print("capability-cli and express verify, parse and commit (synchronous=FULL) before the 200; webhook verifies, starts\n"
              "/bin/true (or not: \"no run\") and stores nothing; nginx only returns 200")
        print(versions())
        servers = [start(work) for start in starters]
        try:
            closed = measure(servers, options.rounds, [{"connections": count, "seconds": SECONDS} for count in connections])
            print_closed(servers, closed, connections)
            opened = measure(servers, options.rounds, [{"connections": 64, "rate": rate, "seconds": 2 * SECONDS} for rate in rates])
            print_open(servers, opened, rates)
            if SCREEN.name and options.window_seconds:
                windows = [server for server in servers if server.name == WINDOW]
                if FAULTS.exists():
                    windows.append(start_slow_window(work))
                    servers.append(windows[-1])
                held = measure(windows, 1, [{"connections": 64, "rate": rate, "seconds": options.window_seconds} for rate in rates])
                print_turns(windows, held, rates, options.window_seconds)
        finally:
            for server in servers:
                server.stop()
            SCREEN.stop()


if __name__ == "__main__":
    main()
