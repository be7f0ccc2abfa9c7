#!/usr/bin/env python3
"""First pages a second of one or two programs over the same plans, and how large they are, as Markdown. Needs wrk.

    python3 tests/Benchmarks/first_pages.py PLANS PROGRAM [BEFORE] [--rounds 3] [--seconds 5]

Each program makes its index of PLANS first and serves it on loopback; only one serves at a time, in turns, so that the machine is the same
for both. The figure is the median of the rounds.
"""
import argparse
import os
import shutil
import signal
import socket
import statistics
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request

QUERIES = ("营商环境", "氢能", "氢能 储能")
PATHS = (("JSON", "/api/v1/search?q="), ("page", "/search?q="))
CONNECTIONS = (1, 16, 64)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def size(address):
    with urllib.request.urlopen(address, timeout=60) as answer:
        return len(answer.read())


def rate(address, connections, seconds):
    """Requests a second; a request that is not answered 200 ends the run."""
    output = subprocess.run(
        ["wrk", "--timeout", "60s", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", address],
        check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in output or "Socket errors" in output:
        raise SystemExit(f"{address}:\n{output}")
    return next(float(line.split()[1]) for line in output.splitlines() if line.startswith("Requests/sec"))


def serve(program, plans, index, port, log):
    environment = {
        **os.environ, "PlanSearch__BuildOnStart": "false", "PlanSearch__RequestsPerMinute": "1000000"}
    host = subprocess.Popen(
        ["dotnet", program, "serve", plans, "--index", index, "--urls", f"http://127.0.0.1:{port}"],
        stdout=log, stderr=log, env=environment)
    for _ in range(600):
        if host.poll() is not None:
            raise SystemExit(f"{program} ended with {host.returncode}")
        try:
            size(f"http://127.0.0.1:{port}/health/ready")
            return host
        except OSError:
            time.sleep(0.2)
    raise SystemExit(f"{program} is not ready")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plans")
    parser.add_argument("programs", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=5)
    asked = parser.parse_args()
    work = tempfile.mkdtemp()
    rates, sizes = {}, {}
    try:
        for which, program in enumerate(asked.programs):
            subprocess.run(["dotnet", program, "index", asked.plans, "--index", f"{work}/{which}"], check=True, stdout=subprocess.DEVNULL)
        for _ in range(asked.rounds):
            for which, program in enumerate(asked.programs):
                port = free_port()
                with open(f"{work}/log{which}", "w") as log:
                    host = serve(program, asked.plans, f"{work}/{which}", port, log)
                    try:
                        for form, path in PATHS:
                            for query in QUERIES:
                                address = f"http://127.0.0.1:{port}{path}{urllib.parse.quote(query)}"
                                sizes[which, form, query] = size(address)
                                rate(address, 16, asked.seconds)
                                for connections in CONNECTIONS:
                                    a_second = rate(address, connections, asked.seconds)
                                    rates.setdefault((which, form, query, connections), []).append(a_second)
                    finally:
                        host.send_signal(signal.SIGTERM)
                        host.wait(60)
    finally:
        shutil.rmtree(work)
    print("| form | query | bytes | connections | a second | before: bytes | a second | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for form, _ in PATHS:
        for query in QUERIES:
            for connections in CONNECTIONS:
                now, *before = [
                    (sizes[which, form, query], statistics.median(rates[which, form, query, connections]))
                    for which in range(len(asked.programs))]
                row = f"| {form} | {query} | {now[0]:,} | {connections} | {now[1]:,.0f} |"
                print(row + "".join(f" {size:,} | {value:,.0f} | {now[1] / value:.2f} |" for size, value in before))


if __name__ == "__main__":
    main()
