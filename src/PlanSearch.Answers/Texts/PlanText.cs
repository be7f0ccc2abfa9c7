using System.Collections.Immutable;
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
    private int _lastBlock = -1;
    private string _lastText = "";

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

    public PlanEntry Entry { get; }

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

    /// <summary>The lasting name of a block in its plan; empty for a number below 0.</summary>
    public string AnchorOf(int block) => block < 0 ? "" : BlockAnchor.Of(BlockText(block), Plan.Blocks[block].Repeat);

    /// <summary>Where the code unit at <paramref name="offset"/> of a block stands.</summary>
    public Place PlaceOf(int block, int offset)
    {
        var stored = Plan.Blocks[block];
        var box = stored.Box < 0 ? null : Plan.Boxes[stored.Box];
        return new Place
        {
            Path = PathOf(stored.Node),
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
        Plan.Blocks[block] is { Kind: BlockKind.TableRow, Table: >= 0 and var table } && Plan.Tables[table].Columns is { IsEmpty: false } columns
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

    private ImmutableArray<string> PathOf(int node)
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
