#!/usr/bin/env python3
"""Measures plansearch and other engines over the same plans in one run, and prints the ratios as Markdown.

    python3 tests/Benchmarks/compare.py PEERS [--plans 1000] [--engines l8cjk,l8std,ftsuni] [--data DIR] [--program FILE]

PEERS is the folder of the other engines: make_corpus.py, truth.py, runner.py, queries.txt, and run.sh, whose first lines name the packages they
need. It is copied, so it may be read-only. The corpus is made where it is missing. A peer takes part in a query when its numbers are the literal
truth of the paragraphs; its first ten do not state how many there are, so its count is added to them.
"""
import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

OPERATIONS = ("count", "top10", "facets", "mentions")
TIE = 0.020  # ms: below this on both sides nobody is ahead


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("peers")
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--engines", default="l8cjk,l8std,ftsuni")
    parser.add_argument("--data", default=os.path.join(tempfile.gettempdir(), "peers"))
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser.add_argument("--program", default=os.path.join(root, "src/PlanSearch.Cli/bin/Release/net10.0/plansearch"))
    parser.add_argument("--repeat", type=int, default=100)
    parser.add_argument("--stock", help="the built PlanSearch.Benchmarks.dll: Lucene.NET as it comes is one engine more")
    return parser.parse_args()


def ingest(program, plans, index, text_bytes):
    """Three times from nothing; the seconds, the index's bytes."""
    seconds = []
    for _ in range(3):
        shutil.rmtree(index, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run([program, "index", plans, "--index", index], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds.append(time.perf_counter() - start)
    size = sum(os.path.getsize(os.path.join(index, name)) for name in os.listdir(index))
    return statistics.median(seconds), size / text_bytes


def measure(program, index, queries, repeat, *more):
    output = subprocess.run(
        [program, "measure", "--queries", queries, "--index", index, "--repeat", str(repeat), "--format", "json", *more],
        check=True, stdout=subprocess.PIPE).stdout
    return {(time["q"], time["op"]): time for time in json.loads(output)["times"]}


def run_peers(peers, data, plans, engines, script_environment):
    """Their own runner, in a copy of their folder; engine -> its lines."""
    work = tempfile.mkdtemp()
    copy = os.path.join(work, "peers")
    shutil.copytree(peers, copy)
    subprocess.run(["chmod", "-R", "u+w", copy], check=True)
    environment = dict(os.environ, PEERS=data, RUNS="1", **script_environment)
    subprocess.run(["bash", os.path.join(copy, "run.sh"), str(plans), " ".join(engines)], check=True, env=environment, stdout=sys.stderr)
    lines = {}
    for engine in engines:
        with open(os.path.join(copy, "results", f"{engine}-c{plans}.jsonl"), encoding="utf-8") as results:
            lines[engine] = [json.loads(line) for line in results]
    shutil.rmtree(work)
    return lines


def run_stock(program, data, plans, queries):
    """Lucene.NET as it comes, in the lines of the others."""
    index = os.path.join(data, "idx", f"stock-c{plans}")
    shutil.rmtree(index, ignore_errors=True)
    output = subprocess.run(
        ["dotnet", program, "stock", os.path.join(data, f"c{plans}"), index, queries], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in output.splitlines()]


def exact_times(lines, query, truth):
    """Operation -> milliseconds, of an engine whose numbers for the query are the truth; else nothing."""
    found = {line["op"]: line for line in lines if line.get("what") == "query" and line.get("q") == query and "p50" in line}
    paragraphs, mentions = truth
    if found.get("count", {}).get("result") != paragraphs or found.get("mentions", {}).get("result", mentions) != mentions:
        return {}
    times = {op: line["p50"] for op, line in found.items()}
    if "top10" in times:
        times["top10 alone"] = times["top10"]
        times["top10"] += times["count"]
    return times


def number(value):
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 100 else f"{value:.0f}"


def ratio(mine, theirs, ratios):
    if mine < TIE and theirs < TIE:
        return "tie"
    ratios.append(theirs / mine)
    return f"{theirs / mine:.2f}"


def table(queries, ours, apart, peers, truth):
    ratios, ratios_apart = [], []
    print("| query | operation | plansearch p50 ms | p99 | fastest exact peer ms | peer | ratio | apart: p50 ms | ratio |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for query in queries:
        exact = {engine: exact_times(lines, query, truth[query]) for engine, lines in peers.items()}
        for operation in OPERATIONS:
            time = ours[query, operation]
            mine, mine_apart = time["p50"] / 1e6, apart[query, operation]["p50"] / 1e6
            best = min(((times[operation], engine) for engine, times in exact.items() if operation in times), default=None)
            if best is None:
                print(f"| {query} | {operation} | {number(mine)} | {number(time['p99'] / 1e6)} | – | none is exact | – | {number(mine_apart)} | – |")
                continue
            alone = exact[best[1]].get("top10 alone") if operation == "top10" else None
            peer = best[1] + (f" (the ten alone {number(alone)})" if alone is not None else "")
            line = f"| {query} | {operation} | {number(mine)} | {number(time['p99'] / 1e6)} | {number(best[0])} | {peer} | {ratio(mine, best[0], ratios)} "
            print(line + f"| {number(mine_apart)} | {ratio(mine_apart, best[0], ratios_apart)} |")
    for name, all_ratios in (("The queries taking turns", ratios), ("Each apart, as the peers are measured", ratios_apart)):
        ahead = sum(one >= 1 for one in all_ratios)
        print(f"\n{name}: median of the ratios {statistics.median(all_ratios):.2f}; ahead in {ahead} of {len(all_ratios)}, ties left out.")


def main():
    options = arguments()
    engines = options.engines.split(",")
    corpus = os.path.join(options.data, f"c{options.plans}")
    peers = run_peers(options.peers, options.data, options.plans, engines, {"LIMIT": "0.3"})
    if options.stock:
        peers["lucene.net bigrams"] = run_stock(options.stock, options.data, options.plans, os.path.join(options.peers, "queries.txt"))
    with open(os.path.join(corpus, "meta.json"), encoding="utf-8") as file:
        text_bytes = json.load(file)["text_bytes"]
    with open(os.path.join(corpus, "truth_queries.json"), encoding="utf-8") as file:
        truth = json.load(file)
    index = os.path.join(options.data, "idx", f"plansearch-c{options.plans}")
    seconds, share = ingest(options.program, os.path.join(corpus, "plans"), index, text_bytes)
    queries_file = os.path.join(options.peers, "queries.txt")
    ours = measure(options.program, index, queries_file, options.repeat)
    apart = measure(options.program, index, queries_file, options.repeat, "--apart")
    with open(queries_file, encoding="utf-8") as file:
        queries = [line.strip() for line in file if line.strip()]

    print(f"## {options.plans} plans, {text_bytes / 1e6:.0f} MB, {datetime.date.today()}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}\n")
    print("| engine | ingest MB/s | index / text |")
    print("| --- | --- | --- |")
    print(f"| plansearch, whole process, files read and parsed | {text_bytes / 1e6 / seconds:.1f} | {share:.2f} |")
    for engine, lines in peers.items():
        for line in lines:
            if line.get("what") == "index":
                print(f"| {engine}, paragraphs given | {text_bytes / 1e6 / line['seconds']:.1f} | {line['index_bytes'] / text_bytes:.2f} |")
    print()
    table(queries, ours, apart, peers, truth)


if __name__ == "__main__":
    main()
