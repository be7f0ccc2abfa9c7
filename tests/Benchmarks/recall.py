#!/usr/bin/env python3
"""Counts words in the blocks of plan files, plainly, and compares with what the index says: misses and false hits, word by word.

    python3 tests/Benchmarks/recall.py WORDS PLANS [--program FILE]

WORDS has a word a line. Blocks that are set aside (cover, contents, page furniture) are counted by neither side.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

ASIDE = {"cover", "toc", "noise"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words")
    parser.add_argument("plans")
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser.add_argument("--program", default=os.path.join(root, "src/PlanSearch.Cli/bin/Release/net10.0/plansearch"))
    options = parser.parse_args()
    with open(options.words, encoding="utf-8") as file:
        words = [line.strip() for line in file if line.strip()]

    expected = dict.fromkeys(words, 0)
    files = sorted(os.path.join(folder, name) for folder, _, names in os.walk(options.plans) for name in names if name.endswith(".txt"))
    for name in files:
        lines = subprocess.run([options.program, "segment", name, "--format", "jsonl"], check=True, stdout=subprocess.PIPE).stdout.decode().splitlines()
        text = "\n".join(block["text"] for block in map(json.loads, lines) if "kind" in block and block["kind"] not in ASIDE)
        for word in words:
            expected[word] += text.count(word)

    with tempfile.TemporaryDirectory() as index:
        subprocess.run([options.program, "index", options.plans, "--index", index], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        output = subprocess.run(
            [options.program, "measure", "--queries", options.words, "--index", index, "--repeat", "1", "--format", "json"],
            check=True, stdout=subprocess.PIPE).stdout
    missed = false = 0
    for time in json.loads(output)["times"]:
        if time["op"] in ("count", "mentions"):
            difference = time["mentions"] - expected[time["q"]]
            missed, false = missed + max(0, -difference), false + max(0, difference)
            if difference:
                print(f"{time['q']} {time['op']}: {time['mentions']} instead of {expected[time['q']]}")
    print(f"{len(files)} plans, {len(words)} words, {sum(expected.values())} mentions; missed {missed}, false {false}")
    sys.exit(1 if missed or false or not sum(expected.values()) else 0)


if __name__ == "__main__":
    main()
