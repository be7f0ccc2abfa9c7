using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.TestSupport;

/// <summary>A plan put together block by block, without a parser: a test says exactly what is in which record.</summary>
/// <remarks>A heading, a box title and a table caption each begin a record; other blocks belong to the last one begun.</remarks>
public sealed class HandMadePlan(string id)
{
    private readonly List<StoredBlock> _blocks = [];
    private readonly List<string> _texts = [];
    private readonly List<OutlineNode> _nodes = [new(-1, 0, "", "", -1)];
    private readonly List<Box> _boxes = [];
    private readonly List<PlanRecord> _records = [];
    private int _box = -1;

    public HandMadePlan Heading(string text, PlanSection section = PlanSection.Undecided)
    {
        _box = -1;
        _nodes.Add(new OutlineNode(0, 1, text, "", _blocks.Count));
        _records.Add(new PlanRecord(RecordKind.Section, _nodes.Count - 1, -1, -1));
        return Add(BlockKind.Heading, text, section: section);
    }

    public HandMadePlan BoxTitle(string text)
    {
        _box = _boxes.Count;
        _boxes.Add(new Box(_box + 1, $"专栏{_box + 1}", text, _nodes.Count - 1, _blocks.Count, _blocks.Count + 1, "", 1));
        _records.Add(new PlanRecord(RecordKind.Box, _nodes.Count - 1, _box, -1));
        return Add(BlockKind.BoxTitle, text);
    }

    public HandMadePlan Paragraph(string text) => Add(BlockKind.Paragraph, text);

    public HandMadePlan Entry(string text) => Add(BlockKind.BoxEntry, text);

    public HandMadePlan Footnote(string text) => Add(BlockKind.Footnote, text);

    /// <summary>A block that is set aside: cover, contents or noise.</summary>
    public HandMadePlan Aside(BlockKind kind, string text) => Add(kind, text, isAside: true);

    public HandMadePlan Row(params string[] cells)
    {
        var ranges = ImmutableArray.CreateBuilder<TextRange>();
        var start = 0;
        foreach (var cell in cells)
        {
            ranges.Add(new TextRange(start, cell.Length));
            start += cell.Length + 1;
        }

        return Add(BlockKind.TableRow, string.Join('\t', cells), ranges.ToImmutable());
    }

    /// <summary>The plan as it is stored.</summary>
    public StoredPlan Stored()
    {
        var repeats = BlockAnchor.Repeats(_texts);
        return new StoredPlan
        {
            Id = id,
            Root = "/plans",
            File = $"{id}.txt",
            Bytes = _texts.Sum(text => text.Length * 3L),
            FileDigest = new string('a', 64),
            TextDigest = new string('b', 64),
            LogicalDigest = new string('c', 64),
            Encoding = "utf-8",
            EncodingReason = "严格 UTF-8",
            Format = "纯文本",
            Program = "",
            Metadata = new PlanMetadata { Title = id, ShortTitle = id },
            Ledger = new ParseLedger
            {
                Lines = _texts.Count,
                Characters = _texts.Sum(text => text.Length),
                CharactersByKind = ImmutableSortedDictionary<BlockKind, int>.Empty,
                BlanksRemoved = 0,
                MarksRemoved = 0,
                CharactersUnplaced = 0,
                Joins = 0,
                Boxes = _boxes.Count,
                Tables = 0,
                IsComplete = true,
                Diagnostics = [],
            },
            Nodes = [.. _nodes],
            Blocks = [.. _blocks.Select((block, at) => block with { Repeat = repeats[at] })],
            Boxes = [.. _boxes],
            Tables = [],
            Records = [.. _records],
        };
    }

    /// <summary>The texts of its blocks.</summary>
    public IReadOnlyList<string> Texts => _texts;

    private HandMadePlan Add(
        BlockKind kind, string text, ImmutableArray<TextRange> cells = default, PlanSection? section = null, bool isAside = false)
    {
        if (!isAside && _records.Count == 0)
        {
            _records.Add(new PlanRecord(RecordKind.Section, 0, -1, -1));
        }

        _texts.Add(text);
        _blocks.Add(new StoredBlock
        {
            Kind = kind,
            Node = _nodes.Count - 1,
            Box = isAside ? -1 : _box,
            Table = -1,
            Record = isAside ? -1 : _records.Count - 1,
            Entry = 0,
            Paragraph = 0,
            Depth = kind == BlockKind.Heading ? 1 : 0,
            Marker = "",
            Lead = default,
            Cells = cells.IsDefault ? [] : cells,
            Page = null,
            Lines = [(0, _blocks.Count + 1)],
            Section = section ?? (_blocks.Count > 0 ? _blocks[^1].Section : PlanSection.Undecided),
            Repeat = 1,
        });
        return this;
    }
}
