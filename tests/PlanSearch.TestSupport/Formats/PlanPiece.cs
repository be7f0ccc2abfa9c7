namespace PlanSearch.TestSupport.Formats;

/// <summary>A piece of a plan as every format has it: a paragraph, a table, a footnote.</summary>
public abstract record PlanPiece
{
    private PlanPiece()
    {
    }

    /// <summary>A paragraph, with ** and ^① marks as a text file prints them.</summary>
    public sealed record Paragraph(string Text) : PlanPiece;

    /// <summary>A table; an empty first cell lies under the cell above.</summary>
    public sealed record Table(IReadOnlyList<IReadOnlyList<string>> Rows) : PlanPiece;

    /// <summary>The body of a footnote.</summary>
    public sealed record Note(string Mark, string Text) : PlanPiece;

    /// <summary>The pieces of a text file, in order.</summary>
    public static IReadOnlyList<PlanPiece> Of(IReadOnlyList<string> lines)
    {
        var pieces = new List<PlanPiece>();
        for (var at = 0; at < lines.Count;)
        {
            var rows = lines.Skip(at).TakeWhile(IsRow).ToList();
            if (rows.Count > 1)
            {
                pieces.Add(new Table([.. rows.Select(row => row.Split('\t'))]));
                at += rows.Count;
                continue;
            }

            var line = lines[at++];
            var noted = line.TrimStart('^');
            if (noted.Length > 1 && noted[0] is >= '\u2460' and <= '\u2473' && (noted.Length < line.Length || IsCalled(noted[..1], pieces)))
            {
                pieces.Add(new Note(noted[..1], noted[1..].Trim()));
            }
            else if (line.Trim().Length > 0)
            {
                pieces.Add(new Paragraph(line.Trim()));
            }
        }

        return pieces;
    }

    private static bool IsCalled(string mark, List<PlanPiece> pieces) =>
        pieces.OfType<Paragraph>().Any(paragraph => paragraph.Text.Contains("^" + mark, StringComparison.Ordinal));

    // A line of a contents page has one TAB, before its page.
    private static bool IsRow(string line) => line.Count(letter => letter == '\t') > 1;
}
