using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Flow;
using PlanSearch.Plans.Parsing.Lines;

namespace PlanSearch.Plans.Parsing.Corrections;

/// <summary>Makes the lines that people have corrected what they say (R-HAND-1, R-HAND-2).</summary>
/// <remarks>
/// After the walk and before the blocks: a correction changes the line it names and what that line bounds, its box or table, and no
/// evidence for any other line. So what one correction does can be foreseen, and two of them do not disturb each other.
/// </remarks>
internal sealed class CorrectedLines
{
    private readonly List<Line> _lines;
    private readonly CorrectedBoxes _boxes;
    private readonly CorrectedTables _tables;

    private CorrectedLines(List<Line> lines, List<BoxDraft> boxes, int tables) =>
        (_lines, _boxes, _tables) = (lines, new CorrectedBoxes(lines, boxes), new CorrectedTables(lines, tables));

    /// <summary>Applies all that a source has, and logs each: done, or not adopted and why.</summary>
    /// <param name="lines">The lines with their kinds; one that holds several source lines may become two.</param>
    /// <param name="boxes">The boxes; may lose some, and their ends may change.</param>
    /// <param name="tables">How many tables there are, before and after.</param>
    /// <param name="source">The source with its corrections.</param>
    /// <param name="log">Takes what was done.</param>
    /// <returns>What became of each, in their order.</returns>
    public static ImmutableArray<PlacedCorrection> Apply(
        List<Line> lines, List<BoxDraft> boxes, ref int tables, SourceText source, ParseLog log)
    {
        if (source.Corrections.IsEmpty)
        {
            return [];
        }

        var places = NamedLines.Find(source.Lines, source.Corrections.Select(correction => correction.Line));
        var placed = source.Corrections
            .Select(correction => new PlacedCorrection(correction, places.GetValueOrDefault(correction.Line), "")).ToArray();
        var applied = new CorrectedLines(lines, boxes, tables);
        applied.Apply(placed);
        tables = applied._tables.Finish();
        applied._boxes.Finish();
        foreach (var (correction, line, fault) in placed)
        {
            var by = $"{correction.By}，{correction.At}";
            if (fault.Length == 0)
            {
                log.Add(line, Rules.ByHand, $"按校正判为{correction.What}（{by}）。");
            }
            else
            {
                var named = $"“{correction.Line.Words}”（第 {correction.Line.Ordinal} 处）";
                log.Add(0, Rules.LostCorrection, $"校正没有采用：{named}为{correction.What}（{by}）：{fault}。");
            }
        }

        return [.. placed];
    }

    // Headings bound boxes, so the ends of boxes come after them; what a line is in a box depends on whether it is in one.
    private void Apply(PlacedCorrection[] placed)
    {
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = placed[i].SourceLine > 0 && Locate(placed[i].SourceLine) ? placed[i]
                : placed[i] with { SourceLine = 0, Fault = "规划中没有这一行" };
        }

        foreach (var (correction, line, _) in placed.Where(one => one is { SourceLine: > 0, Correction.Role: not LineRole.BoxEnd }))
        {
            Take(IndexOf(line), correction);
        }

        for (var i = 0; i < placed.Length; i++)
        {
            if (placed[i] is { SourceLine: > 0, Correction.Role: LineRole.BoxEnd }
                && _boxes.EndAfter(IndexOf(placed[i].SourceLine)) is { } fault)
            {
                placed[i] = placed[i] with { SourceLine = 0, Fault = fault };
            }
        }

        foreach (var (correction, line, _) in placed.Where(
            one => one is { SourceLine: > 0, Correction.Role: LineRole.Item or LineRole.Text }))
        {
            Name(IndexOf(line), correction.Role);
        }
    }

    // Whether a line begins there; one that was put together with those before it is parted from them.
    private bool Locate(int sourceLine)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            for (var at = 0; at < line.StretchCount; at++)
            {
                if (line.StretchAt(at).Number == sourceLine)
                {
                    if (line.HasCells)
                    {
                        PartRow(i, sourceLine);
                    }
                    else if (at > 0)
                    {
                        Part(i, at);
                    }

                    return true;
                }
            }
        }

        return false;
    }

    private void Part(int index, int stretch)
    {
        var whole = _lines[index];
        var (before, from) = whole.CutBefore(stretch);
        _lines[index] = before;
        _lines.Insert(index + 1, from);
        _boxes.MoveOn(index);
        foreach (var line in _lines.Where(line => line.Continues == whole).ToList())
        {
            line.Decide(line.JoinRule!, from);
        }
    }

    // A row whose cells are on several source lines: what is before the line, the line, what is after it.
    private void PartRow(int index, int sourceLine)
    {
        var row = _lines[index];
        var parts = row.CutCells(sourceLine);
        if (parts.Count == 1)
        {
            return;
        }

        _lines.RemoveAt(index);
        _lines.InsertRange(index, parts);
        for (var i = 1; i < parts.Count; i++)
        {
            _boxes.MoveOn(index);
        }

        foreach (var line in _lines.Where(line => line.Continues == row).ToList())
        {
            line.StandAlone();
        }
    }

    // Where the line is that holds the source line; the first of them.
    private int IndexOf(int sourceLine) => _lines.FindIndex(line => line.Stretches.Any(stretch => stretch.Number == sourceLine));

    private void Take(int index, OutlineCorrection correction)
    {
        var line = _lines[index];
        line.StandAlone();
        _tables.Leave(index);
        if (line.Kind == BlockKind.BoxTitle)
        {
            _boxes.Dissolve(line.Box);
        }

        line.Box = line.Box >= 0 ? line.Box : _boxes.Around(index);
        if (correction.Role == LineRole.Heading)
        {
            _boxes.EndBefore(index);
            Free(line);
            line.Decide(Rules.ByHand, BlockKind.Heading);
            (line.Level, line.GivenDepth) = (line.Marker.Kind, correction.Depth);
        }
        else
        {
            Name(index, correction.Role);
        }
    }

    // What continued with a paragraph does not continue a heading; the second half of a title does.
    private void Free(Line line)
    {
        if (line.Kind == BlockKind.Heading)
        {
            return;
        }

        foreach (var next in _lines.Where(next => next.Continues == line))
        {
            next.StandAlone();
        }
    }

    private void Name(int index, LineRole role)
    {
        var line = _lines[index];
        var kind = (role, line.Box) switch
        {
            (LineRole.Item, < 0) => BlockKind.ListItem,
            (LineRole.Item, _) => BlockKind.BoxEntry,
            (_, < 0) => BlockKind.Paragraph,
            _ => BlockKind.BoxParagraph,
        };
        line.Decide(Rules.ByHand, kind);
        foreach (var next in _lines.Skip(index).Where(next => next.Continues is not null && FirstOf(next) == line))
        {
            next.Decide(next.JoinRule!, kind);
        }
    }

    private static Line FirstOf(Line line)
    {
        while (line.Continues is { } before)
        {
            line = before;
        }

        return line;
    }
}
