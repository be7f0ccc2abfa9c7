"""Makes the requests of a recording by its seed, from the frozen plans and the real ones alone, so that every program is asked the same."""
import base64
import dataclasses
import functools
import hashlib
import hmac
import json
import random
import re
import urllib.parse
import zlib

SECRET = "answers-are-recorded-with-this-secret-0001"
WRITE_KEY = "answers-write-key"

TRADITIONAL = str.maketrans("国发产业环经济农数规划氢能营实现体义设应对书车电华东长门万与", "國發產業環經濟農數規劃氫能營實現體義設應對書車電華東長門萬與")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
REGIONS = ["岚江省", "岚江省/临漪市", "岚江省/临漪市/霁湖区", "岚江省/望澜市", "岚江省/望澜市/石栎县", "岚江省/澄湾新区", "辽宁省", "辽宁省/辽阳市", "辽宁省/铁岭市/银州区"]
FACETS = {
    "level": ["省级", "市级", "县级", "功能区"],
    "period": ["十三五", "十四五", "未知"],
    "type": ["发展规划（纲要）", "专项规划", "实施方案和行动计划"],
    "part": ["正文", "标题", "专栏", "表格", "脚注"],
    "section": ["发展基础与形势", "总体要求与目标", "重点任务", "保障实施", "附件", "未判定"],
    "context": ["一般行文", "书名号内", "规划名录", "标题"],
    "批次": ["甲", "乙", "丙", "未知"],
    "责任处室": ["综合处", "规划处", "未知"],
}
NO_PLAN_HAS = ["国家", "十五五", "不存在"]
FIELDS = {"层级": "level", "时期": "period", "类型": "type", "部位": "part", "板块": "section", "语境": "context"}
BAD_QUERIES = [
    "(氢能 储能", "氢能 OR", "-氢能", "能源!太阳能", "建?区", "#氧能", "#氢能!煤气", "标题:标题:氢能", "氢能 NEAR/900 产业", "同句()", "\"", "\"氢能", "NEAR/3", "AND", "| |",
    "层级:县级", "部位:山顶 氢能", "地区:火星 氢能", "氢*能*源*地*方*的*话", "**", "?", "!", "((((((((((氢能))))))))))",
    "同句(同段(氢能 产业) 储能)", "a NEAR b NEAR c", "氢能 -", "", "   ",
    "氢能 OR 层级:县级", "专栏:(", "同规划(氢能", "#", "#氢能!", "能源!", "氢能 | -储能", "\u0000", "😀", "。", "、，；", "－", "长" * 1999, "长" * 2001,
]
SCOPES = [
    {"region": ["岚江省/临漪市"]}, {"level": ["县级"]}, {"plan": ["linyi", "wanglan", "jihu-jiexuan"]}, {"region": ["-岚江省/临漪市"]},
    {"period": ["十四五"], "level": ["-省级"]}, {"plan": ["nobody"]},
]
EXPORTS = {"csv": 80, "ndjson": 80, "xlsx": 70, "docx": 50, "citations": 50}
ANCHOR_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclasses.dataclass
class Case:
    """One request. {since.N} as a value stands for a generation, which is the program's own number and put in when it is sent."""
    kind: str
    path: str
    query: list = dataclasses.field(default_factory=list)
    body: bytes = None
    body_type: str = ""
    verb: str = ""
    headers: dict = dataclasses.field(default_factory=dict)
    follow: str = ""  # which field of the answer names the next page
    then: str = ""  # what is sent after it, made of its answer: not-modified, or replicate and what is altered before
    name: str = ""

    @property
    def method(self):
        return self.verb or ("GET" if self.body is None else "POST")


def token_of(scope, expires=None):
    payload = {"scope": scope} | ({"expires": expires} if expires else {})
    signed = "ps1." + bare_base64(json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode())
    return signed + "." + bare_base64(hmac.new(SECRET.encode(), signed.encode(), hashlib.sha256).digest())


def bare_base64(data):
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def anchor_of(text):
    """The lasting name of a block, from its words."""
    value, mask = 0xCBF29CE484222325, 2**64 - 1
    units = text.encode("utf-16-le")
    for at in range(0, len(units), 2):
        value = (value ^ int.from_bytes(units[at:at + 2], "little")) * 0x100000001B3 & mask
    for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        value = (value ^ value >> 33) * factor & mask
    value = (value ^ value >> 33) >> 14
    return "".join(ANCHOR_SIGNS[value >> shift & 31] for shift in range(45, -1, -5))


class Words:
    """Draws words, queries and filters out of the plans' texts, the topics and the word list."""

    def __init__(self, draw, texts, sample_ids, topics, lexicon):
        self.draw, self.topics, self.lexicon = draw, topics, lexicon
        self.plans = {plan: [line.strip() for line in text.splitlines() if line.strip()] for plan, text in sorted(texts.items())}
        self.ids = list(self.plans)
        self.sample_ids = sample_ids
        whole = "\n".join(texts.values())
        self.common = [word for word in lexicon if whole.count(word) >= 3]
        self.runs = sorted(set(re.findall(r"[A-Za-z0-9.%]{2,}", whole)))

    def pick(self, *options):
        return self.draw.choice(options)

    def line(self, least=2):
        while True:
            line = self.draw.choice(self.plans[self.draw.choice(self.ids)])
            if len(line) >= least:
                return line

    def cut(self, length):
        line = self.line()
        at = self.draw.randrange(max(1, len(line) - length + 1))
        return line[at:at + length].strip() or line[:length]

    def han(self, least=2, most=4):
        """A short piece of running text without signs, or a word that plans use."""
        if self.draw.random() < 0.5:
            return self.draw.choice(self.common)
        while True:
            pieces = re.findall("[\u4e00-\u9fff]{2,}", self.line())
            if pieces:
                piece = self.draw.choice(pieces)
                length = min(len(piece), self.draw.randint(least, most))
                at = self.draw.randrange(len(piece) - length + 1)
                return piece[at:at + length]

    def pieces(self, number):
        """Words that stand in one paragraph, or anywhere."""
        if self.draw.random() < 0.4:
            return [self.han() for _ in range(number)]
        runs = re.findall("[\u4e00-\u9fff]{2,}", self.line(30)) or [self.han()]
        return [self.draw.choice(runs)[:self.draw.randint(2, 4)] for _ in range(number)]

    def literal(self):
        shape = self.draw.choices(
            ["cut", "word", "single", "across", "traditional", "run", "wide", "signs", "heading", "absent", "topic word", "blanks"],
            [30, 20, 4, 8, 6, 8, 4, 6, 5, 4, 5, 4])[0]
        if shape == "cut":
            return self.cut(self.draw.randint(2, 12))
        if shape == "single":
            return self.cut(1)
        if shape == "across":
            return self.across()
        if shape == "traditional":
            return self.han().translate(TRADITIONAL)
        if shape == "run":
            run = self.draw.choice(self.runs)
            at = self.pick(0, 0, self.draw.randrange(len(run)))
            return run[at:at + self.draw.randint(1, 8)]
        if shape == "wide":
            return self.draw.choice(self.runs)[:8].translate(WIDE)
        if shape == "signs":
            return self.around_sign()
        if shape == "heading":
            return self.draw.choice(
                [line for line in self.plans[self.draw.choice(self.ids)] if re.match(r"(第.{1,3}[章节]|专栏|[一二三四五六七八九十]、)", line)] or ["第一章"]
            )[:40]
        if shape == "absent":
            return "".join(self.draw.sample(self.cut(6) + "氢能产业", 4))
        if shape == "topic word":
            return self.draw.choice(self.draw.choice(list(self.topics.values())))
        if shape == "blanks":
            word = self.han(3, 6)
            return word[:2] + self.pick(" ", "\u3000", "\t", "\n", "  ") + word[2:]
        return self.han()

    def across(self):
        lines = self.plans[self.draw.choice(self.ids)]
        at = self.draw.randrange(len(lines) - 1)
        return lines[at][-self.draw.randint(1, 6):] + self.pick("", "", "\n", " ") + lines[at + 1][:self.draw.randint(1, 6)]

    def around_sign(self):
        for _ in range(50):
            line = self.line(6)
            signs = [match.start() for match in re.finditer("[“”《》（）、，。；：—%％·+/]", line)]
            if signs:
                at = self.draw.choice(signs)
                start = max(0, at - self.draw.randint(0, 5))
                return line[start:at + self.draw.randint(1, 6)]
        return "“十四五”"

    def topic(self):
        name = self.draw.choice(list(self.topics))
        members = self.topics[name]
        off = self.draw.sample(members, min(len(members) - 1, self.pick(0, 0, 1, 1, 2, 3)))
        return "#" + name + "".join("!" + word for word in off)

    def outside(self):
        for _ in range(50):
            line = self.line(8)
            match = re.search("[\u4e00-\u9fff]{3,}", line)
            if match:
                longer = match.group()[:self.draw.randint(3, 6)]
                at = self.draw.randrange(len(longer) - 1)
                return longer[at:at + 2] + "!" + longer
        return "能源!新能源"

    def pattern(self):
        word = self.han(4, 6) if self.draw.random() < 0.5 else self.cut(8)
        sign = self.pick("?", "*", "??", "*")
        if self.draw.random() < 0.2:
            run = self.draw.choice(self.runs)
            return self.pick(run + "*", "*" + run)
        return word[:2] + sign + word[2 + sign.count("?"):]

    def field(self):
        name = self.draw.choice(list(FIELDS) + ["地区"])
        values = ["临漪", "望澜", "岚江", "辽宁", "石栎"] if name == "地区" else FACETS[FIELDS[name]]
        return self.pick("", "", "-") + name + self.pick(":", "：") + "|".join(self.draw.sample(values, self.pick(1, 1, 2)))

    def term(self):
        shape = self.draw.choices(["word", "quoted", "topic", "outside", "pattern", "either", "named"], [50, 8, 12, 8, 8, 8, 6])[0]
        if shape == "quoted":
            return self.pick("\"{}\"", "“{}”").format(self.cut(self.draw.randint(2, 8)).replace("\"", ""))
        if shape == "topic":
            return self.topic()
        if shape == "outside":
            return self.outside()
        if shape == "pattern":
            return self.pattern()
        if shape == "either":
            return "|".join(self.han() for _ in range(self.draw.randint(2, 4)))
        if shape == "named":
            return self.pick("标题:", "专栏:", "标题：", "专栏：") + self.pick(self.han(), f"({self.han()}|{self.han()})")
        return self.han()

    def near(self):
        sides = self.pieces(2)
        if self.draw.random() < 0.4:
            sides[self.draw.randrange(2)] = self.pick(self.topic(), f"{self.han()}|{self.han()}", self.pattern())
        return f" NEAR{self.pick('', '', '/1', '/5', '/20', '/50', '/500')} ".join(sides)

    def scope(self, depth):
        return self.pick("同句", "同段", "同节", "同专栏", "同规划") + f"({self.expression(depth - 1)})"

    def expression(self, depth=2):
        shape = self.draw.choices(
            ["term", "all", "or", "not", "near", "scope", "bracket", "field"], [16, 20, 14, 12, 12, 14, 8, 6 if depth == 2 else 0],
        )[0]
        if shape == "all":
            number = self.draw.randint(2, 3)
            terms = self.pieces(number) if self.draw.random() < 0.6 else [self.term() for _ in range(number)]
            return self.pick(" ", " ", " AND ", " 与 ").join(terms)
        if shape == "or":
            return self.pick(" OR ", " | ", "|", " 或 ", "｜").join(self.han() for _ in range(self.draw.randint(2, 5)))
        if shape == "not":
            return self.term() + self.pick(" -", " NOT ", " 非 ") + self.pick(self.han(), f"({self.han()} | {self.han()})")
        if shape == "near":
            return self.near()
        if shape == "scope" and depth > 0:
            return self.scope(depth)
        if shape == "bracket" and depth > 0:
            return f"({self.expression(0)}) {self.term()}"
        if shape == "field":
            return f"{self.field()} {self.expression(0)}"
        return self.term()

    def any_query(self):
        return self.draw.choices([self.literal, self.expression, self.topic], [50, 35, 15])[0]()

    def plan(self):
        return self.draw.choices(
            [self.draw.choice(self.ids), self.draw.choice(self.sample_ids), "xinzeng", "nobody", "坏文件"], [50, 40, 6, 2, 1],
        )[0]

    def values(self, name):
        known = REGIONS if name == "region" else self.ids + ["xinzeng"] if name == "plan" else FACETS[name]
        chosen = self.draw.sample(known, min(len(known), self.pick(1, 1, 1, 2, 3)))
        return [self.pick("", "", "-") + (self.draw.choice(NO_PLAN_HAS) if self.draw.random() < 0.03 else value) for value in chosen]

    def filters(self):
        names = self.draw.sample(["region", "plan", *FACETS], self.pick(1, 1, 1, 2, 2, 3))
        pairs = [(name, value) for name in names for value in self.values(name)]
        return pairs + ([("没有这一栏", "值")] if self.draw.random() < 0.02 else [])

    def paragraph(self):
        """A plan and one of its lines that is most likely a block by itself."""
        while True:
            plan = self.draw.choice(self.ids)
            before, line = self.draw.choice(list(zip(self.plans[plan], self.plans[plan][1:])))
            if 20 < len(line) < 400 and line.endswith("。") and before.endswith(("。", "；")) and not re.search(r"[\s*①-⑳]", line):
                return plan, line

    def clip_folder(self):
        clips = []
        for _ in range(self.draw.randint(1, 8)):
            plan, line = self.paragraph()
            start = self.draw.randrange(len(line) - 6)
            hits = self.pick([], [[start, 2]], [[start, 2], [start + 3, 2]])
            words = line[start:start + 2] if hits else line[:24]
            clip = {"plan": plan, "anchor": anchor_of(line), **({"hits": hits} if hits else {}), "words": words,
                    "context": self.pick("sentence", "block", "entry"), "search": 0}
            clips.append(
                clip | self.pick({}, {}, {"aspect": "现状"}, {"note": "与省规划比较"}, {"aspect": "目标", "note": "待核"}, {"anchor": "0000000000"})
            )
        return {
            "format": "plansearch-clips", "version": 1, "title": self.pick("", "氢能", "比较"), "searches": [{"q": self.han()}],
            "clips": clips,
        }


class Requests:
    """Every kind of request with its share of 5,000 and the function that makes one."""

    def __init__(self, words):
        self.words, self.draw, self.pick = words, words.draw, words.pick
        self.shares = [
            ("search.literal", 800, self.search_literal),
            ("search.expression", 750, self.search_expression),
            ("search.topic", 200, self.search_topic),
            ("search.filter", 450, self.search_filter),
            ("search.bad", 120, self.search_bad),
            ("search.post", 220, self.search_post),
            ("search.cursor", 120, self.search_cursor),
            ("mentions.document", 300, self.mentions),
            ("mentions.neighbour", 150, self.mentions_neighbour),
            ("mentions.sample", 100, self.mentions_sample),
            ("mentions.post", 80, self.mentions_post),
            *((f"export.{form}", share, functools.partial(self.export, form)) for form, share in EXPORTS.items()),
            ("plans.list", 2, lambda: self.case("/api/v1/plans")),
            ("plan.whole", 30, lambda: self.of_plan("", self.marks())),
            ("plan.outline", 60, lambda: self.of_plan("/outline", self.marks())),
            ("plan.blocks", 120, self.blocks),
            ("plan.ledger", 20, lambda: self.of_plan("/ledger")),
            ("plan.source", 20, lambda: self.of_plan("/source")),
            ("suggest", 220, self.suggest),
            ("topics.list", 2, lambda: self.case("/api/v1/topics")),
            ("topic", 60, lambda: self.case(f"/api/v1/topics/{self.topic_name()}")),
            ("topic.choice", 50, self.topic_choice),
            ("clips.link", 30, self.clips_link),
            ("clips.body", 40, self.clips_body),
            ("clips.file", 40, self.clips_file),
            ("feed.json", 90, lambda: self.feed("/api/v1/feed")),
            ("feed.atom", 50, lambda: self.feed("/feed")),
            ("certificate", 70, self.certificate),
            ("replicate", 60, self.replicate),
            ("metadata.csv", 2, lambda: self.case("/api/v1/metadata")),
            ("metadata.xlsx", 2, lambda: self.case("/api/v1/metadata", [("format", "xlsx")])),
            ("status", 2, lambda: self.case("/api/v1/status")),
            ("limits", 2, lambda: self.case("/api/v1/limits")),
            ("description", 2, lambda: self.case("/openapi/v1.json")),
            ("health", 2, lambda: self.case("/health/ready")),
            ("not-modified", 20, self.not_modified),
            ("opensearch", 20, self.opensearch),
            ("scope", 160, self.scoped),
            ("page.search", 130, self.page_search),
            ("page.mentions", 70, self.page_mentions),
            ("page.plans", 20, self.page_plans),
            ("page.plan", 40, self.page_plan),
            ("page.ledger", 8, lambda: self.case(f"/plans/{self.words.plan()}/ledger")),
            ("page.topics", 2, lambda: self.case("/topics")),
            ("page.topic", 30, lambda: self.case(f"/topics/{self.topic_name()}")),
            ("page.clips", 24, self.page_clips),
            ("page.clip-forms", 16, self.clip_form),
            ("page.help", 6, self.page_help),
            ("page.embed", 24, self.page_embed),
            ("page.metadata", 2, lambda: self.case("/metadata")),
            ("page.scope", 20, self.page_scope),
        ]

    def all(self, count, seed):
        """As many cases as asked for, every kind among them. Each kind has a seed of its own, so that one more changes no other."""
        whole = sum(share for _, share, _ in self.shares)
        numbers = [max(2, share * count // whole) for _, share, _ in self.shares]
        numbers[0] = max(2, numbers[0] + count - sum(numbers))
        cases = []
        for (kind, _, make), number in zip(self.shares, numbers):
            self.draw.seed(f"{seed} {kind}")
            cases += [dataclasses.replace(make(), kind=kind, name=f"{kind}/{at}") for at in range(1, number + 1)]
        return cases

    def case(self, path, query=(), **more):
        return Case("", path, list(query), **more)

    def manner(self):
        """How it is searched and listed; mostly nothing is said."""
        pairs = []
        for name, values, share in (
            ("mode", ["auto", "literal", "expression"], 0.3), ("exact", ["true", "false"], 0.2),
            ("size", ["1", "3", "5", "50", "200"], 0.3), ("facets", ["false"], 0.25),
        ):
            if self.draw.random() < share:
                pairs.append((name, self.draw.choice(values)))
        return pairs

    def order(self):
        return [("sort", self.pick("document", "relevance", "density"))] if self.draw.random() < 0.35 else []

    def some_filters(self):
        return self.words.filters() if self.draw.random() < 0.25 else []

    def search(self, query, more=()):
        return self.case(
            "/api/v1/search", [("q", query), *self.manner(), *self.order(), *more], follow="next" if self.draw.random() < 0.1 else "",
        )

    def search_literal(self):
        return self.search(self.words.literal())

    def search_expression(self):
        return self.search(self.words.expression(), self.some_filters())

    def search_topic(self):
        return self.search(self.words.topic() + self.pick("", "", " " + self.words.topic(), " -" + self.words.han()), self.some_filters())

    def search_filter(self):
        return self.search(self.words.any_query(), self.words.filters())

    def search_bad(self):
        query = self.draw.choice(BAD_QUERIES) if self.draw.random() < 0.6 else self.spoilt(self.words.expression())
        manner = self.pick(
            [], [("mode", "expression")], [("mode", "expression")], [("mode", "sideways")], [("size", "0")], [("sort", "upwards")],
            [("cursor", "AQAAAA")], [("exact", "perhaps")],
        )
        return self.case(self.pick("/api/v1/search", "/api/v1/search", "/api/v1/mentions"), [("q", query), *manner])

    def spoilt(self, query):
        """A query with a sign too many or too few."""
        at = self.draw.randrange(len(query) + 1)
        return query[:at] + self.pick("(", ")", "!", "\"", "|", " OR ", " NEAR/", "#", "?", "同句(") + query[at + self.pick(0, 1):]

    def search_post(self):
        body = {"q": self.words.any_query() if self.draw.random() < 0.8 else " | ".join(self.words.han() for _ in range(60))}
        body |= self.pick(
            {}, {"mode": "expression"}, {"mode": "literal", "exact": True}, {"size": 2}, {"facets": False}, {"sort": "relevance"},
            {"sort": "density", "size": 200}, {"level": "县级"}, {"level": ["市级", "-县级"], "part": ["正文"]}, {"批次": ["甲"]}, {"level": 3},
        )
        return self.case("/api/v1/search", body=json_bytes(body), body_type="application/json")

    def search_cursor(self):
        query = self.pick(self.draw.choice(self.words.common), "发展", "建设", self.words.topic(), self.words.expression())
        return self.case(
            "/api/v1/search",
            [("q", query), ("size", self.pick("1", "2", "7", "20")), ("facets", "false"), *self.order(), *self.some_filters()],
            follow="next",
        )

    def mentions(self):
        follow = "next" if self.draw.random() < 0.2 else ""
        return self.case("/api/v1/mentions", [("q", self.words.any_query()), *self.manner(), *self.some_filters()], follow=follow)

    def mentions_neighbour(self):
        query = self.draw.choice(self.words.common) if self.draw.random() < 0.6 else self.words.any_query()
        follow = "next" if self.draw.random() < 0.2 else ""
        return self.case(
            "/api/v1/mentions",
            [("q", query), ("sort", self.pick("left", "right")), ("size", self.pick("5", "20", "100")), *self.some_filters()],
            follow=follow,
        )

    def sampling(self):
        return [("sample", self.pick("1", "5", "30", "500", "0")), *self.pick([], [("seed", "2026")], [("seed", "种子")])]

    def mentions_sample(self):
        return self.case(
            "/api/v1/mentions", [("q", self.words.any_query()), *self.sampling(), *self.some_filters()],
            follow="next" if self.draw.random() < 0.2 else "",
        )

    def mentions_post(self):
        body = {"q": self.words.any_query()} | self.pick(
            {}, {"sort": "left", "size": 9}, {"sample": 4, "seed": "7"}, {"format": "csv"}, {"format": "ndjson"}, {"level": "县级"},
            {"format": "csv", "coding": "编码"}, {"format": "png"},
        )
        return self.case("/api/v1/mentions", body=json_bytes(body), body_type="application/json")

    def export(self, form):
        query = self.words.han() if self.draw.random() < 0.6 else self.words.any_query()
        coding = [("coding", self.pick("编码", "编码,备注"))] if self.draw.random() < 0.2 else []
        sampling = self.sampling() if self.draw.random() < 0.15 else []
        return self.case("/api/v1/mentions", [("q", query), ("format", form), *coding, *sampling, *self.some_filters()])

    def marks(self):
        return self.pick([], [("q", self.words.any_query())], [("q", self.words.han()), *self.some_filters()])

    def of_plan(self, part, query=()):
        return self.case(f"/api/v1/plans/{self.words.plan()}{part}", query)

    def blocks(self):
        window = self.pick(
            [], [("from", "0"), ("count", "30")], [("from", str(self.draw.randrange(400))), ("count", "25")], [("from", "99999")],
            [("count", "0")],
        )
        return dataclasses.replace(
            self.of_plan("/blocks", [*self.marks(), *window]), follow="next:from" if self.draw.random() < 0.1 else "",
        )

    def suggest(self):
        beginning = self.pick(
            self.words.han(1, 3), self.words.cut(self.draw.randint(1, 5)), "#" + self.topic_name()[:2],
            self.draw.choice(self.words.common)[:2],
        )
        return self.case(
            self.pick("/api/v1/suggest", "/api/v1/suggest", "/suggest"),
            [("q", beginning), *self.pick([], [], [("count", "30")], [("count", "1")])],
        )

    def topic_name(self):
        return self.pick(*self.words.topics) if self.draw.random() < 0.97 else "没有的专题"

    def topic_choice(self):
        name = self.draw.choice(list(self.words.topics))
        members = self.words.topics[name]
        ticked = self.draw.sample(members, self.draw.randint(0, len(members)))
        rest = self.pick("", " " + self.words.han())
        return self.case("/search/topic", [("q", "#" + name + rest), ("topic", name), *(("word", word) for word in ticked)])

    def folder_code(self):
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        file = json_bytes(self.words.clip_folder())
        code = bare_base64(b"\x01" + hashlib.sha256(file).digest()[:4] + packer.compress(file) + packer.flush())
        return code if self.draw.random() < 0.95 else code[:-3]

    def clips_link(self):
        return self.case("/api/v1/clips", [("clips", self.folder_code()), *self.pick([], [], [("format", "txt")])])

    def clips_body(self):
        folder = self.words.clip_folder() | self.pick(*[{}] * 8, {"version": 9}, {"clips": [{"plan": 3}]})
        return self.case("/api/v1/clips", body=json_bytes(folder), body_type="application/json")

    def clips_file(self):
        return self.case(
            "/api/v1/clips", [("format", self.pick("docx", "xlsx", "txt"))], body=json_bytes(self.words.clip_folder()),
            body_type="application/json",
        )

    def feed(self, path):
        query = self.pick(self.words.han(), self.draw.choice(self.words.common), self.words.topic(), self.words.expression(), "发展", "氢能")
        since = self.pick(
            [], [("since", "{since.%d}" % self.draw.randrange(7))], [("since", "{since.0}")], [], [("since", "{since.3}")],
            [("since", self.pick("0", "99999"))],
        )
        size = self.pick([], [("size", "5")])
        follow = "next_url" if path.startswith("/api") else ""
        return self.case(path, [("q", query), *since, *size, *self.some_filters()], follow=follow)

    def certificate(self):
        return self.case("/api/v1/certificate", [("q", self.words.any_query()), *self.manner(), *self.some_filters()])

    def replicate(self):
        return dataclasses.replace(
            self.certificate(),
            then="replicate " + self.pick(
                "as it is", "as it is", "mentions", "plan", "another plan", "text", "metadata", "rules", "topic", "bare", "torn",
            ),
        )

    def not_modified(self):
        return dataclasses.replace(self.pick(self.search_literal, self.mentions, self.suggest)(), follow="", then="not-modified")

    def opensearch(self):
        return self.pick(
            self.case("/opensearch/description.xml"), self.case("/opensearch/suggest", [("q", self.words.han(1, 2))]),
            self.case("/opensearch/suggest", [("q", self.words.cut(2))]),
        )

    def scoped(self):
        make = self.pick(
            self.search_literal, self.search_expression, self.search_filter, self.search_topic, self.mentions, self.mentions_neighbour,
            self.certificate, self.suggest, lambda: self.case("/api/v1/plans"), lambda: self.of_plan("/outline", self.marks()),
            lambda: self.of_plan("/source"), lambda: self.feed("/api/v1/feed"), lambda: self.export("csv"),
            lambda: self.case("/api/v1/status"), lambda: self.case(f"/api/v1/topics/{self.topic_name()}"), self.clips_body,
        )
        good = token_of(self.draw.choice(SCOPES))
        bad = [good[:-2] + "AA", token_of(SCOPES[0], expires=1_000_000_000), "ps1.x.y"]
        return self.under_token(make(), self.draw.choice(bad) if self.draw.random() < 0.06 else good)

    def under_token(self, case, token):
        if self.draw.random() < 0.5:
            return dataclasses.replace(case, path=f"/s/{token}{case.path}")
        return dataclasses.replace(case, headers={"Authorization": "Bearer " + token})

    def look(self, *further):
        """What only concerns how a page shows it."""
        ways = [
            ("unit", "records"), ("unit", "plans"), ("zero", "true"), ("absent", "all"), ("lang", "en"), ("open", "岚江省"),
            ("font", "large"), *further,
        ]
        return self.draw.sample(ways, self.pick(0, 0, 1, 2))

    def page_search(self):
        return self.case(
            "/search",
            [
                ("q", self.words.any_query()), *self.manner(), *self.order(), *self.some_filters(),
                *self.look(("aside", "true"), ("aside", "true")),
            ],
        )

    def page_mentions(self):
        sort = self.pick([], [("sort", "left")], [("sort", "right")])
        sampling = self.sampling() if self.draw.random() < 0.1 else []
        return self.case(
            "/mentions",
            [("q", self.words.any_query()), *sort, *sampling, *self.some_filters(), *self.look(("near", "2"), ("near", "3"))],
        )

    def page_plans(self):
        return self.case(
            "/plans",
            self.pick(
                [], [("level", "县级")], [("title", "规划 纲要")], [("region", "岚江省/临漪市")], [("text", "节选")], [("notes", "true")],
                [("period", "十四五")],
            ),
        )

    def page_plan(self):
        plan, line = self.words.paragraph()
        return self.case(
            f"/plans/{plan}", [*self.marks(), *self.look(("lines", "1"), ("cite", anchor_of(line)), ("cite", anchor_of(line)))],
        )

    def page_clips(self):
        return self.case("/clips", [("clips", self.folder_code())] + self.pick([], [("lang", "en")]))

    def clip_form(self):
        plan, line = self.words.paragraph()
        query = self.words.han()
        fields = self.pick(
            [("do", "pick"), ("search", f"?q={query}"), ("pick", f"{plan}#{anchor_of(line)}"), ("pick", f"{plan}#{anchor_of(line)}.2.3")],
            [
                ("do", self.pick("save", "down.0", "up.1", "remove.0", "all", "docx", "xlsx", "txt", "keep")),
                ("folder", self.folder_code()), ("title", "改名"), ("all", "block"), ("note.0", "注"),
            ],
        )
        return self.case("/clips", body=form_bytes(fields), body_type="application/x-www-form-urlencoded")

    def page_help(self):
        return self.case(self.pick("/help", "/help/检索手册", "/help/五分钟上手", "/help/没有", "/", "/embed/demo"))

    def page_embed(self):
        return self.case("/embed/search", [("q", self.words.any_query()), *self.pick([], [("color", "aa3300")], [("level", "县级")])])

    def page_scope(self):
        page = self.pick(self.page_search, self.page_mentions, self.page_plans, self.page_plan)()
        return dataclasses.replace(page, path=f"/s/{token_of(self.draw.choice(SCOPES))}{page.path}")


def json_bytes(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def form_bytes(fields):
    return urllib.parse.urlencode(fields).encode()


def topics_of(yaml):
    """Name -> members; of the file's YAML only what it uses."""
    found = re.findall(r"- name: (\S+)\n.*?members: \[(.*?)\]", yaml, re.DOTALL)
    return {name: [word.strip() for word in members.split(",")] for name, members in found}


def make(count, seed, texts, sample_ids, topics, lexicon):
    """The cases, in the order of their kinds."""
    known = [line for line in lexicon.splitlines() if line and not line.startswith("#")]
    return Requests(Words(random.Random(), texts, sample_ids, topics_of(topics), known)).all(count, seed)
