using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Printing;

namespace PlanSearch.Answers.Texts;

/// <summary>One plan of a snapshot while an answer is made of it: its structure, its texts, its places. Private to one thread.</summary>
internal sealed class PlanText
{
    private readonly Func<int, string> _textOf;
    private readonly Dictionary<int, ImmutableArray<string>> _paths = [];
    private Dictionary<string, int>? _anchors;
    private ILookup<int, FormerAnchor>? _formers;
    private ILookup<string, FormerAnchor>? _byFormerAnchor;
    private int _lastBlock = -1;
    private string _lastText = "";
    private int _anchoredBlock = -1;
    private string _anchor = "";

    /// <summary>A plan that is searched.</summary>
    public PlanText(IPlanSnapshot snapshot, PlanEntry entry)
        : this(entry, snapshot.Plan(entry.Number), block => snapshot.BlockText(entry.Number, block))
    {
    }

    /// <summary>Any version of a plan.</summary>
    /// <param name="entry">What is known of it as a whole.</param>
    /// <param name="plan">Its structure.</param>
    /// <param name="textOf">The text of each of its blocks.</param>
    public PlanText(PlanEntry entry, StoredPlan plan, Func<int, string> textOf) => (Entry, Plan, _textOf) = (entry, plan, textOf);

    /// <summary>What is known of it as a whole; of a former version its number is one among those kept, not in the snapshot.</summary>
    public PlanEntry Entry { get; }

    /// <summary>Its structure, without texts.</summary>
    public StoredPlan Plan { get; }

    /// <summary>The logical text of a block; the one read last is kept.</summary>
    public string BlockText(int block)
    {
        if (block != _lastBlock)
        {
            (_lastText, _lastBlock) = (_textOf(block), block);
        }

        return _lastText;
    }

    /// <summary>The lasting name of a block in its plan; empty for a number below 0. The one made last is kept.</summary>
    public string AnchorOf(int block)
    {
        if (block != _anchoredBlock)
        {
            (_anchor, _anchoredBlock) = (block < 0 ? "" : BlockAnchor.Of(BlockText(block), Plan.Blocks[block].Repeat), block);
        }

        return _anchor;
    }

    /// <summary>The block that has an anchor, or had it when the plan was cut otherwise; null where none has.</summary>
    /// <param name="anchor">The anchor.</param>
    /// <param name="offset">A UTF-16 offset in the block of that anchor.</param>
    /// <returns>The block, and what the offset is in it.</returns>
    public (int Block, int Offset)? Find(string anchor, int offset = 0)
    {
        if (BlockOf(anchor) is { } block)
        {
            return (block, offset);
        }

        // The span that holds the offset; a blank at its end may be gone, so the last one before it does.
        var formers = FormersOf(anchor);
        var found = formers.LastOrDefault(former => former.Start <= offset) ?? formers.FirstOrDefault();
        return found is null ? null : (found.Block, found.Offset + Math.Clamp(offset - found.Start, 0, found.Length));
    }

    /// <summary>The same with ranges of that block; where it is whole (none), and is only part of a block by now, that part.</summary>
    /// <returns>Null also where the ranges are in different blocks by now.</returns>
    public (int Block, ImmutableArray<TextRange> Ranges)? Find(string anchor, ImmutableArray<TextRange> ranges)
    {
        if (BlockOf(anchor) is { } block)
        {
            return (block, ranges);
        }

        if (Find(anchor) is not var (first, start))
        {
            return null;
        }

        if (ranges.IsEmpty)
        {
            var last = FormersOf(anchor).Last(former => former.Block == first);
            return (first, [new TextRange(start, last.Offset + last.Length - start)]);
        }

        var moved = ranges.Select(range => (Place: Find(anchor, range.Start)!.Value, range.Length)).ToList();
        return moved.TrueForAll(range => range.Place.Block == moved[0].Place.Block)
            ? (moved[0].Place.Block, [.. moved.Select(range => new TextRange(range.Place.Offset, range.Length))])
            : null;
    }

    /// <summary>
    /// The anchor and offset a mention has its number by: those it had first, so that its number is the same however its block is cut.
    /// </summary>
    public (string Anchor, int Start) NameOf(int block, int start, int length)
    {
        if (Plan.FormerAnchors.IsEmpty)
        {
            return (AnchorOf(block), start);
        }

        var former = FormersIn(block).FirstOrDefault(former => IsIn(former, start, length));
        return former is null ? (AnchorOf(block), start) : (former.Anchor, former.Start + start - former.Offset);
    }

    /// <summary>
    /// The fragments of addresses that led to a block and to mentions in it before the plan was cut otherwise, each once; none of today's.
    /// </summary>
    public ImmutableArray<string> FormerFragments(int block, IEnumerable<TextRange> mentions)
    {
        if (Plan.FormerAnchors.IsEmpty)
        {
            return [];
        }

        var formers = FormersIn(block).Where(former => BlockOf(former.Anchor) is null).ToList();
        return
        [
            .. formers.Where(former => Find(former.Anchor)!.Value.Block == block).Select(former => former.Anchor)
                .Concat(mentions.SelectMany(mention => formers.Where(former => IsIn(former, mention.Start, mention.Length))
                    .Select(former => FragmentOf(former, mention.Start))))
                .Distinct(),
        ];
    }

    private static string FragmentOf(FormerAnchor former, int start) =>
        string.Create(CultureInfo.InvariantCulture, $"{former.Anchor}.{former.Start + start - former.Offset}");

    private int? BlockOf(string anchor)
    {
        _anchors ??= Enumerable.Range(0, Plan.Blocks.Length).ToDictionary(AnchorOf, StringComparer.Ordinal);
        return _anchors.TryGetValue(anchor, out var block) ? block : null;
    }

    // The spans that had an anchor, the oldest first.
    private IEnumerable<FormerAnchor> FormersOf(string anchor) =>
        (_byFormerAnchor ??= Plan.FormerAnchors.ToLookup(former => former.Anchor, StringComparer.Ordinal))[anchor];

    // The spans of a block that was under other anchors, the oldest first.
    private IEnumerable<FormerAnchor> FormersIn(int block)
    {
        _formers ??= Plan.FormerAnchors.ToLookup(former => former.Block);
        return _formers[block];
    }

    private static bool IsIn(FormerAnchor former, int start, int length) =>
        former.Offset <= start && start + length <= former.Offset + former.Length;

    /// <summary>Where the code unit at <paramref name="offset"/> of a block is.</summary>
    public Place PlaceOf(int block, int offset)
    {
        var stored = Plan.Blocks[block];
        var box = stored.Box < 0 ? null : Plan.Boxes[stored.Box];
        return new Place
        {
            Path = HeadingsOf(stored.Node),
            Box = box?.Ordinal,
            BoxLabel = box is null ? null : $"{box.Label} {box.Title}".Trim(),
            Entry = stored.Entry > 0 ? stored.Entry : null,
            Kind = KindNames.Of(stored.Kind),
            Paragraph = stored.Paragraph > 0 ? stored.Paragraph : null,
            Page = stored.Page,
            Line = LineAt(stored, offset),
        };
    }

    /// <summary>
    /// The names of the columns of the table that a row belongs to, parted by TAB; null for what is no row, or has no names above it.
    /// </summary>
    public string? ColumnsOf(int block) =>
        Plan.Blocks[block] is { Kind: BlockKind.TableRow, Table: >= 0 and var table }
            && Plan.Tables[table].Columns is { IsEmpty: false } columns
            ? string.Join('\t', columns)
            : null;

    /// <summary>
    /// A row of a table with the names of its columns: 指标：加氢站（座）；属性：预期性；2025年：12. Null for what is no row of several cells.
    /// </summary>
    public string? RowOf(int block)
    {
        var row = Plan.Blocks[block];
        if (row is not { Kind: BlockKind.TableRow, Table: >= 0 })
        {
            return null;
        }

        var (columns, text) = (Plan.Tables[row.Table].Columns, BlockText(block));
        var cells = row.Cells.Select((cell, at) => (Name: at < columns.Length ? columns[at] : "", Text: text[cell.Start..cell.End]))
            .Where(cell => cell.Text.Length > 0)
            .Select(cell => cell.Name.Length > 0 ? $"{cell.Name}：{cell.Text}" : cell.Text)
            .ToList();
        return cells.Count > 1 ? string.Join('；', cells) : null;
    }

    /// <summary>
    /// The range of the block's text within which context is shown: the cell around <paramref name="offset"/>, or all of it.
    /// </summary>
    public TextRange SurroundingsOf(int block, int offset)
    {
        foreach (var cell in Plan.Blocks[block].Cells)
        {
            if (cell.Start <= offset && offset < cell.End)
            {
                return cell;
            }
        }

        return new TextRange(0, BlockText(block).Length);
    }

    /// <summary>The headings from the outermost to that of a node, as printed.</summary>
    public ImmutableArray<string> HeadingsOf(int node)
    {
        if (_paths.TryGetValue(node, out var known))
        {
            return known;
        }

        var path = new List<string>();
        for (var at = node; at > 0; at = Plan.Nodes[at].Parent)
        {
            path.Add(Plan.Nodes[at].Heading);
        }

        path.Reverse();
        return _paths[node] = [.. path];
    }

    private static int LineAt(StoredBlock block, int offset)
    {
        var at = 0;
        while (at + 1 < block.Lines.Length && block.Lines[at + 1].Start <= offset)
        {
            at++;
        }

        return block.Lines[at].Line;
    }
}
