"""Runs wrk against services in turn, round after round, and prints what each answers, how late, and what a request costs in
processor time, which says more than the rate on a machine that has other things to do.

usage: measure.py ROUNDS SECONDS BODIES NAME=PORT=PID …     the first two are compared: ours, the ceiling
exit code: 0, or 1 when a request failed
"""
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

rounds, seconds, bodies = int(sys.argv[1]), sys.argv[2], sys.argv[3]
services = [(name, port, int(pid)) for name, port, pid in (a.split("=") for a in sys.argv[4:])]


def cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def rss(pid: int) -> float:
    return int(re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1]) / 1024


def load(port: str) -> dict:
    out = subprocess.run(["wrk", "-t2", "-c32", f"-d{seconds}s", "-s", str(Path(__file__).with_name("questions.lua")),
                          f"http://127.0.0.1:{port}/v1/ask", "--", bodies], capture_output=True, text=True, check=True).stdout
    rate, p50, p99, errors, size, requests = (float(v) for v in re.search(r"RESULT (.*)", out)[1].split())
    return {"rate": rate, "p50": p50, "p99": p99, "errors": errors, "bytes": size, "requests": requests}


for _, port, _ in services:
    load(port)
runs = {name: [] for name, _, _ in services}
for _ in range(rounds):
    for name, port, pid in services:
        before = cpu(pid)
        run = load(port)
        run["cpu"] = 1e6 * (cpu(pid) - before) / max(1, run["requests"])
        runs[name].append(run)


def median(name: str, key: str) -> float:
    return statistics.median(r[key] for r in runs[name])


print("service   requests/s   p50 ms   p99 ms   CPU µs/request   errors   bytes   MB")
for name, _, pid in services:
    errors = sum(r["errors"] for r in runs[name])
    print(f"{name:9} {median(name, 'rate'):10.0f} {median(name, 'p50'):8.2f} {median(name, 'p99'):8.2f} {median(name, 'cpu'):16.1f} "
          f"{errors:8.0f} {median(name, 'bytes'):7.0f} {rss(pid):4.0f}")
ceiling = services[1][0]
for name, _, _ in services:
    if name == ceiling:
        continue
    rate = statistics.median(a["rate"] / b["rate"] for a, b in zip(runs[name], runs[ceiling]))
    best = max(r["rate"] for r in runs[name]) / max(r["rate"] for r in runs[ceiling])
    late = median(name, "p99") / median(ceiling, "p99")
    work = median(name, "cpu") / median(ceiling, "cpu")
    print(f"{name} of {ceiling}: {rate:.2f} of the requests/s (best rounds: {best:.2f}), p99 {late:.1f} times, CPU a request {work:.1f} times")
print(f"load average {os.getloadavg()[0]:.1f}")
if sum(r["errors"] for n in (services[0][0], ceiling) for r in runs[n]) > 0:
    sys.exit("errors")
