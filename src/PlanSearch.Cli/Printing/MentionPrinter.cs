using PlanSearch.Corpus;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints every mention for people: a line each under the name of its plan.</summary>
internal sealed class MentionPrinter(Terminal terminal)
{
    private const int Context = 24;
    private readonly MarkedText _marks = new(terminal.HasColor);

    /// <summary>The proof, then the mentions in document order.</summary>
    public void Print(MentionStream stream, TextWriter writer)
    {
        CertificatePrinter.Print(stream.Certificate, writer);
        string? plan = null;
        foreach (var row in stream.Rows)
        {
            if (row.Plan != plan)
            {
                plan = row.Plan;
                writer.WriteLine();
                writer.WriteLine(row.PlanTitle);
            }

            writer.WriteLine($"  {row.Place.Line,5}  {MarkedText.Flat(Last(row.Left))}{_marks.Mark(row.Hit)}{MarkedText.Flat(First(row.Right))}  {row.Citation}");
        }
    }

    private static string Last(string left) => left.Length > Context ? "…" + left[^Context..] : left;

    private static string First(string right) => right.Length > Context ? right[..Context] + "…" : right;
}
