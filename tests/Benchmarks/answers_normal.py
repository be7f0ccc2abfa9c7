"""Brings an answer into the form in which it is recorded: what two runs of one program say differently is taken out, all else stays.

A new thing that differs from run to run is one line more in DROPPED (a field of JSON) or in SCRUBBED (words within any text).
"""
import csv
import html
import io
import json
import re
import xml.etree.ElementTree
import zipfile

# (name of the object's own field or *, name of the field): generations, times, storage versions, and what is made from them.
DROPPED = {
    ("*", "generation"), ("*", "time"), ("*", "builtAt"), ("*", "date_published"),
    ("*", "program"), ("*", "traceId"), ("versions", "format"),
    ("_plansearch", "since"), ("_plansearch", "from"),
    ("items", "id"),  # of a change in a feed: made from a name that no other collection has
}
CURSORS = {"next", "cursor"}

# A number becomes 0: JSON stays JSON.
SCRUBBED = [
    (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:\d\d| UTC)?", "<time>"),
    (r"(数据版本|[Dd]ata version)(\W{0,4})\d+", r"\1\g<2>0"),
    (r"(\bgeneration\W{1,6})\d+", r"\g<1>0"),
    (r"(\bformat\W{1,6})\d+", r"\g<1>0"),
    (r"(\bcursor=)[\w%-]+", r"\1<cursor>"),
    (r"(\bsince=)\d+", r"\g<1>0"),
    (r"\bps1\.[\w-]+\.[\w-]+", "<token>"),
    (r"\d+\.\d+\.\d+\+[0-9a-f]{40}", "<program>"),
    (r"\?v=[0-9a-f]{8}\b", ""),  # of style and script: their digest
]
SCRUBBERS = [(re.compile(pattern), told) for pattern, told in SCRUBBED]

CERTIFICATE_LINE = "# certificate,"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHEET_SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WORD_SPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CELL_END = "\x1f"


def scrub(text):
    for pattern, told in SCRUBBERS:
        text = pattern.sub(told, text)
    return text


def normal(content_type, body):
    """The answer as it is recorded."""
    kind = content_type.split(";")[0]
    if not body:
        return None
    if kind == WORKBOOK:
        return {"sheets": sheets_of(body)}
    if kind == DOCUMENT:
        return {"parts": paragraphs_of(body)}
    text = body.decode("utf-8", "replace")
    if kind == "text/html":
        return page_of(text)
    if kind.endswith("json") and kind != "application/x-ndjson":
        return json_of(text)
    if kind == "application/x-ndjson":
        return {"lines": [json_of(line) for line in text.splitlines()]}
    if kind.endswith("xml"):
        return {"xml": xml_of(xml.etree.ElementTree.fromstring(text))}
    return {"lines": [csv_certificate_of(line) if line.startswith(CERTIFICATE_LINE) else scrub(line) for line in text.splitlines()]}


def json_of(text):
    return without_dropped(json.loads(scrub(text)), "")


def without_dropped(value, name):
    if isinstance(value, list):
        return [without_dropped(one, name) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        key: "<cursor>" if key in CURSORS and isinstance(one, str) else without_dropped(one, key)
        for key, one in value.items() if (name, key) not in DROPPED and ("*", key) not in DROPPED
    }


def csv_certificate_of(line):
    """The certificate at the end of a CSV, as JSON so that a difference names its field."""
    _, certificate, *rest = next(csv.reader([line]))
    return {"certificate": json_of(certificate), "rest": rest}


def xml_of(element):
    """An element as [name, attributes, text, children]; what a feed's ids and times say is dropped."""
    name = element.tag.rsplit("}", 1)[-1]
    text = (element.text or "").strip()
    if name in ("updated", "published") or name == "id" and text.startswith("urn:"):
        return [name]
    attributes = {key: scrub(value) for key, value in element.attrib.items()}
    return [name, attributes, scrub(text), *(xml_of(child) for child in element)]


def sheets_of(body):
    """Name of the sheet -> its rows, each cell under the letter of its column."""
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        book = xml.etree.ElementTree.fromstring(package.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iter(SHEET_SPACE + "sheet")]
        return {name: rows_of(package.read(f"xl/worksheets/sheet{number}.xml")) for number, name in enumerate(names, 1)}


def rows_of(sheet):
    rows = []
    for row in xml.etree.ElementTree.fromstring(sheet).iter(SHEET_SPACE + "row"):
        cells = ["".join(cell.itertext()) for cell in row.iter(SHEET_SPACE + "c")]
        rows.append({column_name(at): cell for at, cell in enumerate(scrub(CELL_END.join(cells)).split(CELL_END))})
    return rows


def column_name(at):
    return chr(ord("A") + at) if at < 26 else column_name(at // 26 - 1) + column_name(at % 26)


def paragraphs_of(body):
    """Name of the part -> the texts of its paragraphs; the cells of a row on one line."""
    with zipfile.ZipFile(io.BytesIO(body)) as package:
        names = [name for name in sorted(package.namelist()) if re.fullmatch(r"word/(document|footnotes|header\d*|footer\d*)\.xml", name)]
        return {name: list(lines_of(xml.etree.ElementTree.fromstring(package.read(name)))) for name in names}


def lines_of(element):
    for child in element:
        if child.tag == WORD_SPACE + "tr":
            yield scrub("\t".join(word_text(cell) for cell in child.iter(WORD_SPACE + "tc")))
        elif child.tag == WORD_SPACE + "p":
            yield scrub(word_text(child))
        else:
            yield from lines_of(child)


def word_text(element):
    words = []
    for part in element.iter():
        if part.tag == WORD_SPACE + "t":
            words.append(part.text or "")
        elif part.tag == WORD_SPACE + "footnoteReference":
            words.append(f"[{part.get(WORD_SPACE + 'id')}]")
    return "".join(words)


# The elements after which a line ends, and those that name the place of their lines.
BREAKS = {
    "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "div", "br", "ul", "ol", "dl", "summary", "legend", "option", "button", "figure",
    "title",
}
PLACES = {
    "section", "nav", "aside", "form", "details", "table", "header", "footer", "main", "fieldset", "article", "dialog", "figure", "svg",
    "head",
}
TOLD_ATTRIBUTES = {
    "a": ("href", "title"), "form": ("action",), "input": ("name", "value", "checked"), "button": ("name", "value"),
    "option": ("value", "selected"), "label": ("title",), "select": ("name",), "textarea": ("name",),
}
TAG = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1>|<(/?)([a-zA-Z][\w-]*)((?:[^>\"]|\"[^\"]*\")*)>|<!\w[^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r"([\w-]+)(?:=\"([^\"]*)\")?")


class PageText:
    """A page as a person reads it, line by line, each behind the place it stands in; addresses and fields in brackets."""

    def __init__(self, text):
        self.lines, self.words, self.places = [], [], []
        end = 0
        for tag in TAG.finditer(text):
            self.words.append(text[end:tag.start()])
            end = tag.end()
            if tag.group(3):
                self.tag(tag.group(3).lower(), tag.group(2) == "/", tag.group(4))
        self.words.append(text[end:])
        self.end_line()

    def tag(self, name, closes, attributes):
        if name in BREAKS or name in PLACES or (name, closes) in (("dt", False), ("dd", True)):
            self.end_line()
        elif name == "dd":
            self.words.append("：")
        elif name in ("td", "th") and closes:
            self.words.append(" ¦ ")
        if name in PLACES:
            self.move(name, closes, attributes)
        told = () if closes else TOLD_ATTRIBUTES.get(name, ())
        said = [f"{key}={value or ''}" for key, value in ATTRIBUTE.findall(attributes) if key in told] if told else []
        if said:
            self.words.append(f"[{' '.join(said)}]")

    def move(self, name, closes, attributes):
        if not closes and not attributes.endswith("/"):
            given = dict(ATTRIBUTE.findall(attributes))
            named = given.get("id") or given.get("class", "").split(" ")[0]
            self.places.append((name, f"{name}.{re.sub(r'[0-9]+', 'N', named)}" if named else name))
        elif closes and any(place[0] == name for place in self.places):
            while self.places.pop()[0] != name:
                pass

    def end_line(self):
        line = " ".join(html.unescape("".join(self.words)).split())
        self.words.clear()
        if line:
            self.lines.append(f"{self.places[-1][1] if self.places else 'body'}\t{scrub(line)}")


def page_of(text):
    return {"page": PageText(text).lines}
