#!/usr/bin/env python3
"""Records what the program answers to thousands of requests, and compares two recordings: what a change has left the same, and what not.

    python3 tests/Benchmarks/answers.py record --out before.jsonl.gz --commit main
    python3 tests/Benchmarks/answers.py record --out after.jsonl.gz
    python3 tests/Benchmarks/answers.py compare before.jsonl.gz after.jsonl.gz [--allow FILE]
    python3 tests/Benchmarks/answers.py compare --base main [--allow FILE]

The requests are made by a seed from answers-data (copies of the sample plans, topics and words that stay as they are) and from real plans
where there are any (--real FOLDER). They go to a host of its own on a free loopback port, over a collection that is laid out and changed
the same way every time. Generations, times, cursors, tags and storage versions are not recorded (answers_normal.py); everything else is, in
its order, so that two recordings of one program are the same byte for byte. A line a request, the head first; `zcat FILE | jq` reads it.
A recording holds sentences of the plans it was made from: with real plans it is not for publishing.

A line of the file for --allow is: kind path # reason. Both may hold *; a path is as the comparison prints it, like
certificate.excluded.toc or hits[].place.line. Differences that a line fits are counted under its reason, and a recording in which nothing
else differs counts as equal: the program ends with 0, else with 1. With 2 it ends when the recordings cannot be compared.
"""
import argparse
import collections
import contextlib
import dataclasses
import difflib
import gzip
import hashlib
import http.client
import json
import multiprocessing
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import answers_requests
from answers_normal import normal, scrub
from answers_requests import Case

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(HERE, "answers-data")
WEB = os.path.join("src", "PlanSearch.Web")
HOST_NAME = "answers.test"  # sent as Host, so that absolute addresses do not hold the port
TOLD_HEADERS = ("Location", "Content-Disposition", "Link", "Retry-After")
FOLLOWED = 3
ANSWER_SECONDS = 60
START_SECONDS = 180
RECORD_SECONDS = 1_800
SHOWN_BODY = 2_000


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    record = commands.add_parser("record", help="ask one program everything and write down what it answers")
    record.add_argument("--out", required=True)
    record.add_argument("--commit", help="the revision to build and ask; the checkout as it is if absent")
    record.add_argument("--program", help="a folder with a built PlanSearch.Web to ask instead")
    compare = commands.add_parser("compare", help="name what differs between two recordings")
    compare.add_argument("recordings", nargs="*", metavar="RECORDING")
    compare.add_argument("--base", help="record this revision and the checkout, and compare them")
    compare.add_argument("--allow", help="a file of differences that are meant")
    compare.add_argument("--examples", type=int, default=3)
    for command in (record, compare):
        command.add_argument("--requests", type=int, default=5_000)
        command.add_argument("--seed", type=int, default=20261130)
        command.add_argument("--real", default=os.path.join(ROOT, "..", "shared", "plans"))
        command.add_argument("--workers", type=int, default=3)
    options = parser.parse_args()
    if options.command == "compare" and len(options.recordings) != (0 if options.base else 2):
        parser.error("compare takes two recordings, or --base")
    return options


# The collection: what it is made of, and how it is changed.


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def texts_in(folder):
    """Id -> text of the .txt files of a folder, by name."""
    names = sorted(name for name in os.listdir(folder) if name.endswith(".txt"))
    return {name[:-4]: read(os.path.join(folder, name)) for name in names}


def as_html(text):
    return "<!DOCTYPE html><html><body>" + "".join(
        f"<p>{line.strip('* ')}</p>\n" for line in text.splitlines() if line.strip()
    ) + "</body></html>"


def as_markdown(text):
    marked = re.sub(r"(?m)^(第.{1,3}章 )", r"# \1", text)
    return re.sub(r"(?m)^(第.{1,3}节 )", r"## \1", marked)


def with_pages(text):
    """The text as it comes from a printed book, with numbers at the foot of its pages."""
    lines = text.splitlines()
    return "\n".join("\n".join([*lines[at:at + 30], "", f"— {at // 30 + 1} —", ""]) for at in range(0, len(lines), 30))


def fragment_of(text):
    lines = text.splitlines()
    return "\n".join(lines[len(lines) // 3:len(lines) // 2])


def collection_files(samples, real):
    """Path under the plans folder -> bytes: plans in several formats, what is known of them, and a file that cannot be read."""
    files = {f"{plan}.txt": text.encode("gb18030" if plan == "shili" else "utf-8") for plan, text in samples.items()}
    files |= {f"liao/{plan}.txt": text.encode() for plan, text in real.items()}
    files["qingneng-wang.html"] = as_html(samples["lanjiang-qingneng"]).encode()
    files["jihu-md.md"] = as_markdown(samples["jihu"]).encode()
    files["wanglan-pages.txt"] = with_pages(samples["wanglan"]).encode()
    files["jihu-jiexuan.txt"] = fragment_of(samples["jihu"]).encode()
    files["坏文件.pdf"] = bytes(range(256)) * 4
    files["linyi.meta.yaml"] = "document_number: 临政发〔2021〕5号\ndate: 2021年3月18日\n责任处室: 综合处\n".encode()
    files["shili.meta.yaml"] = "state: 草案\nperiod: 十三五\n责任处室: 规划处\n".encode()
    files["qingneng-wang.meta.yaml"] = "title: 岚江省氢能产业发展规划（网页）\nshort_title: 氢能规划（网页）\n".encode()
    files["jihu-jiexuan.meta.yaml"] = "title: 霁湖区规划节选\nregion: 岚江省/临漪市/霁湖区\ntype: 行动计划\ncompleteness: 节选\n".encode()
    plans = ["chengwan", "jihu", "lanjiang", "lanjiang-qingneng", "linyi", "wanglan", *(f"liao~{plan}" for plan in real), "没有的规划"]
    files["metadata.csv"] = ("编号,批次\n" + "".join(f"{plan},{'甲乙丙'[at % 3]}\n" for at, plan in enumerate(plans))).encode()
    return files


def edited(text, every, word):
    """The text with some paragraphs dropped, some reworded, and one added."""
    lines = text.splitlines()
    long = [at for at, line in enumerate(lines) if len(line) > 60]
    for number, at in enumerate(long):
        if number % every == 0:
            lines[at] = lines[at][:20] + word + lines[at][20:]
        elif number % every == 1:
            lines[at] = ""
    lines.insert(long[len(long) // 2], f"推进{word}与营商环境一体建设，发展氢能、储能等产业，到2025年建成{every}个示范园区。\n")
    return "\n".join(lines)


def changes(samples):
    """The writes that give feeds something to tell, in their order; those that are refused are among them."""
    plain, table = "text/plain; charset=utf-8", "text/csv; charset=utf-8"
    new = edited(samples["chengwan"], 5, "新增内容").replace("澄湾新区", "新城新区")

    def write(verb, path, body=None, body_type="application/json", query=(), key=answers_requests.WRITE_KEY):
        return Case("write", path, list(query), body, body_type, verb=verb, headers={"X-Api-Key": key} if key else {})

    def fields(**known):
        return answers_requests.json_bytes(known)

    return [
        write("PUT", "/api/v1/plans/linyi", edited(samples["linyi"], 4, "数字化转型").encode(), plain),
        write("PATCH", "/api/v1/plans/wanglan", fields(state="修订", 责任处室="规划处", document_number="望政发〔2021〕2号")),
        write("POST", "/api/v1/plans", new.encode(), plain, [("id", "xinzeng")]),
        write("DELETE", "/api/v1/plans/jihu-md"),
        write("POST", "/api/v1/metadata", "编号,批次,层级\nlanjiang,丙,\njihu,乙,县级\nlinyi,甲,山级\nnobody,甲,\n".encode(), table),
        write("PUT", "/api/v1/plans/jihu", edited(samples["jihu"], 7, "乡村旅游").encode(), plain),
        write("PUT", "/api/v1/plans/linyi", edited(samples["linyi"], 6, "绿色低碳").encode(), plain),
        write("POST", "/api/v1/topics/氢能/members", fields(word="氢燃料")),
        write("POST", "/api/v1/topics/氢能/members", fields(word="氢能")),
        write("POST", "/api/v1/topics/没有/members", fields(word="氢能")),
        write("PUT", "/api/v1/plans/nobody", b"text", plain),
        write("PUT", "/api/v1/plans/linyi", bytes(range(256)), plain),
        write("POST", "/api/v1/plans", new.encode(), plain, [("id", "xinzeng")]),
        write("PATCH", "/api/v1/plans/jihu", fields(level="山级")),
        write("PATCH", "/api/v1/plans/jihu", b"[1]"),
        write("DELETE", "/api/v1/plans/jihu", key="another key"),
        write("DELETE", "/api/v1/plans/nobody"),
    ]


class Collection:
    """The files of a collection, in a folder of their own."""

    def __init__(self, folder, real_folder):
        self.plans, self.index = os.path.join(folder, "plans"), os.path.join(folder, "index")
        self.samples = texts_in(os.path.join(DATA, "plans"))
        self.real = texts_in(real_folder) if os.path.isdir(real_folder) else {}
        self.topics, self.lexicon = read(os.path.join(DATA, "topics.yaml")), read(os.path.join(DATA, "lexicon.txt"))
        self.files = collection_files(self.samples, self.real)
        for name, content in self.files.items():
            os.makedirs(os.path.dirname(os.path.join(self.plans, name)), exist_ok=True)
            with open(os.path.join(self.plans, name), "wb") as file:
                file.write(content)
        shutil.copy(os.path.join(DATA, "topics.yaml"), folder)

    def say(self):
        if not self.real:
            print("There are no real plans (--real): the requests are made from the sample plans alone.")
        plans = sum(name.endswith((".txt", ".html", ".md")) for name in self.files)
        print(f"Plans: {plans}, {len(self.samples)} of them samples as they are and {len(self.real)} real.")

    def digest(self):
        named = sorted(self.files.items()) + [("topics", self.topics.encode()), ("lexicon", self.lexicon.encode())]
        return hashlib.sha256(b"".join(name.encode() + b"\0" + hashlib.sha256(content).digest() for name, content in named)).hexdigest()

    def texts(self):
        return self.samples | {f"liao~{plan}": text for plan, text in self.real.items()}

    def spoil_sources(self):
        """One file is no longer what was read and one is gone: what is known is served, the file itself is not."""
        with open(os.path.join(self.plans, "lanjiang-qingneng.txt"), "ab") as file:
            file.write("又及。".encode())
        os.remove(os.path.join(self.plans, "qingneng-wang.html"))


# The program: built, started, ended.


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **more).stdout.strip()


def build(checkout):
    """The folder of the host, built from a checkout."""
    print(f"Building {WEB} …", flush=True)
    project = os.path.join(checkout, WEB)
    subprocess.run(
        ["dotnet", "build", project, "-c", "Release", "-v", "quiet", "-nologo"], check=True, stdout=sys.stderr,
        env=dict(os.environ, MSBUILDDISABLENODEREUSE="1"),
    )
    release = os.path.join(project, "bin", "Release")
    folders = [os.path.join(release, name) for name in sorted(os.listdir(release))]
    return next(folder for folder in folders if os.path.exists(os.path.join(folder, "PlanSearch.Web.dll")))


@contextlib.contextmanager
def built(commit, program):
    """The folder of the program that is asked, and what it is called."""
    if program:
        yield program, os.path.basename(os.path.abspath(program))
    elif not commit:
        changed = " with changes" if run("git", "-C", ROOT, "status", "--porcelain", "--untracked-files=no") else ""
        yield build(ROOT), run("git", "-C", ROOT, "rev-parse", "HEAD") + changed
    else:
        checkout = tempfile.mkdtemp(prefix="answers-checkout-")
        try:
            revision = run("git", "-C", ROOT, "rev-parse", commit + "^{commit}")
            run("git", "-C", ROOT, "worktree", "add", "--detach", "--force", checkout, revision, stderr=subprocess.DEVNULL)
            yield build(checkout), revision
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", checkout], check=True)


def with_frozen_words(program, folder):
    """A copy of the program that has the frozen word list."""
    copy = os.path.join(folder, "program")
    shutil.copytree(program, copy)
    shutil.copy(os.path.join(DATA, "lexicon.txt"), os.path.join(copy, "index-data", "lexicon.txt"))
    return copy


class Host:
    """The program while it serves, on a port that it chooses itself."""

    def __init__(self, program, collection, folder, builds):
        settings = {
            "Plans": collection.plans, "IndexDirectory": collection.index, "BuildOnStart": "true" if builds else "false",
            "RequestsPerMinute": "0", "TokenSecrets": answers_requests.SECRET, "WriteKeys": answers_requests.WRITE_KEY,
        }
        own = ("PLANSEARCH__", "ASPNETCORE_", "DOTNET_ENVIRONMENT")
        environment = {name: value for name, value in os.environ.items() if not name.upper().startswith(own)}
        environment |= {f"PlanSearch__{name}": value for name, value in settings.items()}
        environment |= {"ASPNETCORE_URLS": "http://127.0.0.1:0", "TZ": "UTC"}
        self.process = subprocess.Popen(
            ["dotnet", os.path.join(program, "PlanSearch.Web.dll")], cwd=folder, env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True,
        )
        watch = threading.Timer(START_SECONDS, self.process.kill)
        watch.start()
        self.port = self.wait_for_port()
        watch.cancel()
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def wait_for_port(self):
        said = []
        for line in self.process.stdout:
            said.append(line)
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                return int(found.group(1))
        self.process.wait()
        sys.exit("The host ended before it served:\n" + "".join(said))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


# Asking.


class Asker:
    """One connection to the host."""

    def __init__(self, port, since):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=ANSWER_SECONDS)
        self.since = since

    def send(self, case, headers=()):
        path = urllib.parse.quote(case.path)
        query = [(name, self.filled(value)) for name, value in case.query]
        address = path + ("?" + urllib.parse.urlencode(query) if query else "")
        sent = {"Host": HOST_NAME, **case.headers, **dict(headers)} | ({"Content-Type": case.body_type} if case.body is not None else {})
        self.connection.request(case.method, address, case.body, sent)
        answer = self.connection.getresponse()
        return answer, answer.read()

    def filled(self, value):
        return re.sub(r"^\{since\.(\d)\}$", lambda found: str(self.since[int(found.group(1))]), value)

    def rows(self, case):
        """The rows of a case: its answer, or what follows from it."""
        if case.then:
            yield self.row(case, case.name, *self.follow_up(case))
            return
        page, name = case, case.name
        for at in range(1, 2 + FOLLOWED):
            answer, body = self.send(page)
            yield self.row(page, name if at == 1 else f"{name}/page {at}", answer, body)
            onward = next_page(case.follow, body) if case.follow and answer.status == 200 else None
            if onward is None:
                return
            page = with_parameter(case, *onward)

    def follow_up(self, case):
        answer, body = self.send(case)
        if case.then == "not-modified":
            return self.send(case, {"If-None-Match": answer.getheader("ETag") or "none"})
        if answer.status != 200:
            return answer, body
        certificate = altered(json.loads(body), case.then.removeprefix("replicate "))
        return self.send(Case("", "/api/v1/replicate", [], answers_requests.json_bytes(certificate), "application/json"))

    @staticmethod
    def row(case, name, answer, body):
        content_type = answer.getheader("Content-Type") or ""
        headers = {name: scrub(urllib.parse.unquote(answer.getheader(name))) for name in TOLD_HEADERS if answer.getheader(name)}
        recorded = {"id": name, "kind": case.kind, "request": told(case), "status": answer.status, "type": content_type, "headers": headers,
                    "answer": normal(content_type, body)}
        return case.kind, answer.status, answers_requests.json_bytes(recorded) + b"\n"


def told(case):
    """A request as the recording says it."""
    query = "?" + "&".join(
        f"{name}={'<cursor>' if name == 'cursor' and len(value) > 8 else value}" for name, value in case.query
    ) if case.query else ""
    request = {"method": case.method, "path": case.path + query}
    if case.body is not None:
        request["body"] = case.body[:SHOWN_BODY].decode("utf-8", "replace")
    if "Authorization" in case.headers:
        request["authorization"] = case.headers["Authorization"]
    if case.then:
        request["then"] = case.then
    return request


def next_page(field, body):
    """The parameter that asks for the page after this answer; None on the last."""
    name, _, parameter = field.partition(":")
    value = json.loads(body).get(name)
    if value is not None and name == "next_url":
        value = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(value).query)).get("cursor")
    return None if value is None else (parameter or "cursor", str(value))


def with_parameter(case, name, value):
    return dataclasses.replace(case, query=[pair for pair in case.query if pair[0] != name] + [(name, value)])


def altered(full, how):
    """A certificate of another time: what is published may differ from what is counted today."""
    if how == "mentions":
        full["certificate"]["mentions"] += 3
    elif how == "plan" and full["collection"]:
        del full["collection"][0]
    elif how == "text" and full["collection"]:
        full["collection"][-1] |= {"text": "0" * 64, "mentions": 1}
    elif how == "another plan" and full["collection"]:
        full["collection"].append(full["collection"][0] | {"plan": "gone"})
    elif how == "metadata" and full["collection"]:
        full["collection"][1]["metadata"] = "0" * 64
    elif how == "rules":
        full["certificate"]["versions"]["parser"] = "0"
        full["certificate"]["digest"] = "0" * 64
    elif how == "topic":
        full["topics"] = [topic | {"digest": "0" * 64, "members": topic["members"][1:]} for topic in full["topics"]]
    elif how == "bare":
        return {"certificate": full["certificate"]}
    elif how == "torn":
        del full["certificate"]["versions"]
    return full


_asker = None


def start_worker(port, since):
    global _asker
    _asker = Asker(port, since)


def work(case):
    return list(_asker.rows(case))


def make_changes(host, collection):
    """Makes the writes one after the other; their rows, and the generation after each that counted."""
    asker = Asker(host.port, [])
    generations, rows = [generation(asker)], []
    for number, case in enumerate(changes(collection.samples), 1):
        case.name = f"write/{number}"
        rows += asker.rows(case)
        if rows[-1][1] < 300 and "/topics/" not in case.path:
            generations.append(generation(asker))
    return rows, generations


def generation(asker):
    return json.loads(asker.send(Case("", "/api/v1/status"))[1])["generation"]


def ask_all(host, cases, since, workers):
    deadline = time.monotonic() + RECORD_SECONDS
    rows = []
    with multiprocessing.get_context("fork").Pool(workers, start_worker, (host.port, since)) as pool:
        answers = pool.imap(work, cases)
        for done in range(1, len(cases) + 1):
            rows += answers.next(max(1, deadline - time.monotonic()))
            if done % 500 == 0:
                print(f"{done} of {len(cases)} …", flush=True)
    return rows


def record(program, name, out, options):
    """Asks a program everything; False when a kind of request was not answered once."""
    folder = tempfile.mkdtemp(prefix="answers-")
    try:
        collection = Collection(folder, options.real)
        collection.say()
        cases = answers_requests.make(
            options.requests, options.seed, collection.texts(), list(collection.samples), collection.topics, collection.lexicon,
        )
        program = with_frozen_words(program, folder)
        print(f"Seed {options.seed}, {len(cases)} requests to {name}.", flush=True)
        start = time.monotonic()
        with Host(program, collection, folder, builds=True) as host:
            rows, since = make_changes(host, collection)
        with Host(program, collection, folder, builds=False) as host:
            collection.spoil_sources()
            rows += ask_all(host, cases, since, options.workers)
        seconds = time.monotonic() - start
    finally:
        shutil.rmtree(folder)
    counts = counts_of(rows, ["write", *dict.fromkeys(case.kind for case in cases)])
    head = {
        "commit": name, "seed": options.seed, "requests": len(cases), "rows": len(rows), "data": collection.digest(),
        "plans": sorted(collection.files), "counts": {kind: dict(sorted(statuses.items())) for kind, statuses in counts.items()},
    }
    # Without a name and a time in it, so that the same answers are the same file.
    with open(out, "wb") as target, gzip.GzipFile("", "wb", compresslevel=6, fileobj=target, mtime=0) as file:
        file.write(answers_requests.json_bytes({"head": head}) + b"\n")
        file.writelines(row for _, _, row in rows)
    print_counts(counts)
    print(f"{len(rows)} answers in {seconds:.0f} s, {os.path.getsize(out) / 1e6:.1f} MB: {out}")
    return names_no_answer(counts)


def counts_of(rows, kinds):
    counts = {kind: collections.Counter() for kind in kinds}
    for kind, status, _ in rows:
        counts[kind][str(status)] += 1
    return counts


def print_counts(counts):
    print("\n| kind | answers | by status |\n| --- | --- | --- |")
    for kind, statuses in counts.items():
        print(f"| {kind} | {statuses.total()} | {', '.join(f'{status}: {number}' for status, number in sorted(statuses.items()))} |")
    print()


def names_no_answer(counts):
    """Whether every kind was asked and answered; says which was not."""
    silent = [kind for kind, statuses in counts.items() if not any(status < "400" for status in statuses)]
    if silent:
        print("NOT DONE, no case or no good answer of: " + ", ".join(silent))
    return not silent


# Comparing.


def load(path):
    with gzip.open(path, "rt", encoding="utf-8", errors="surrogatepass") as file:
        head = json.loads(next(file))["head"]
        return head, {row["id"]: row for row in map(json.loads, file)}


def differences(before, after, path):
    """(path, before, after) of every place where two answers differ; what is on one side only has None on the other."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(key for key in after if key not in before)]:
            yield from differences(before.get(key), after.get(key), f"{path}.{key}" if path else key)
    elif isinstance(before, list) and isinstance(after, list):
        for one, other in paired(before, after):
            yield from differences(one, other, path_of_item(path, one if one is not None else other))
    else:
        yield path, before, after


def path_of_item(path, item):
    """A line of a page is named by the place that stands before its tab."""
    return f"{path}[{item.split(chr(9))[0]}]" if path.endswith("page") and isinstance(item, str) else path + "[]"


def paired(before, after):
    """The items of two lists side by side, so that one more does not make all behind it differ."""
    keys = [[json.dumps(item, ensure_ascii=False) for item in items] for items in (before, after)]
    for what, start, end, other_start, other_end in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what != "equal":
            length = max(end - start, other_end - other_start)
            ones, others = before[start:end], after[other_start:other_end]
            yield from zip(ones + [None] * (length - len(ones)), others + [None] * (length - len(others)))


def read_rules(path):
    """(kind, path, reason) as patterns; * stands for anything."""
    rules = []
    for line in read(path).splitlines() if path else []:
        rule, _, reason = line.partition("#")
        if rule.strip():
            kind, where = rule.split()
            rules.append((pattern_of(kind), pattern_of(where), reason.strip() or "no reason given"))
    return rules


def pattern_of(glob):
    return re.compile(re.escape(glob).replace(r"\*", ".*"))


def reason_for(rules, kind, path):
    return next((reason for kinds, paths, reason in rules if kinds.fullmatch(kind) and paths.fullmatch(path)), None)


class Comparison:
    """The differences of two recordings, gathered by kind of request and place in the answer."""

    def __init__(self, before, after, rules):
        self.groups, self.reasons = {}, collections.Counter()
        self.equal = self.allowed = self.different = 0
        for name in [*before, *(name for name in after if name not in before)]:
            self.add(before.get(name), after.get(name), rules)

    def add(self, before, after, rules):
        row = before or after
        if before and after:
            found = list(differences(told_parts(before), told_parts(after), ""))
        else:
            found = [("(row)", before and "there", after and "there")]
        unmet = 0
        for path, one, other in found:
            reason = reason_for(rules, row["kind"], path)
            if reason:
                self.reasons[reason] += 1
            else:
                unmet += 1
                self.groups.setdefault((row["kind"], path), []).append((row, one, other))
        self.equal += not found
        self.allowed += bool(found) and not unmet
        self.different += bool(unmet)

    def print(self, examples):
        print(f"Answers: {self.equal} equal, {self.different} different, {self.allowed} different only as allowed.")
        for reason, number in self.reasons.most_common():
            print(f"  allowed: {number} differences: {reason}")
        for (kind, path), found in sorted(self.groups.items(), key=lambda group: -len(group[1])):
            print(f"\n{kind}  {path}: {len(found)} differences in {len({row['id'] for row, _, _ in found})} answers")
            for row, one, other in found[:examples]:
                print(f"  {row['id']} {short(row['request'], 400)}\n    before {short(one)}\n    after  {short(other)}")


def told_parts(row):
    """What is compared of a row: an answer's fields stand at the top, so that paths are as the answer's own."""
    answer = row["answer"] if isinstance(row["answer"], dict) else {"": row["answer"]}
    return {"(status)": row["status"], "(type)": row["type"], "(headers)": row["headers"], "(request)": row["request"], **answer}


def short(value, most=300):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= most else text[:most] + "…"


def refuse(reason):
    print(reason, file=sys.stderr)
    sys.exit(2)


def compare(before_file, after_file, options):
    """Prints what differs; True when nothing does but what is allowed."""
    (head, before), (other_head, after) = load(before_file), load(after_file)
    for name in ("seed", "requests", "data"):
        if head[name] != other_head[name]:
            refuse(f"These recordings cannot be compared, their {name} is {head[name]} and {other_head[name]}.")
    if not before:
        refuse("There is nothing to compare.")
    print(f"before {head['commit']}\nafter  {other_head['commit']}")
    comparison = Comparison(before, after, read_rules(options.allow))
    comparison.print(options.examples)
    return comparison.different == 0


def compare_with_base(options):
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, name) for name in ("before.jsonl.gz", "after.jsonl.gz")]
        for commit, file in zip((options.base, None), files):
            with built(commit, None) as (program, name):
                if not record(program, name, file, options):
                    return False
        return compare(*files, options)


def main():
    options = arguments()
    if options.command == "record":
        with built(options.commit, options.program) as (program, name):
            done = record(program, name, options.out, options)
    else:
        done = compare_with_base(options) if options.base else compare(*options.recordings, options)
    sys.exit(0 if done else 1)


if __name__ == "__main__":
    main()
