using System.Text;
using PlanSearch.Answers.Inquiries;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints every mention for people: a line each under the name of its plan, the mentions below one another.</summary>
internal sealed class MentionPrinter(Terminal terminal)
{
    private const int ContextColumns = 40;
    private readonly TerminalText _marks = new(terminal.HasColor);

    /// <summary>What writes the proof, then the mentions in document order.</summary>
    public Func<Stream, Task> WriterOf(MentionStream stream) => async output =>
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true)
        {
            NewLine = "\n"
        };
        CertificatePrinter.Print(stream.Certificate, writer);
        string? plan = null;
        foreach (var row in stream.Rows)
        {
            if (row.Plan != plan)
            {
                plan = row.Plan;
                await writer.WriteLineAsync($"\n{row.PlanTitle}");
            }

            await writer.WriteLineAsync($"  {Left(row.Left)}{_marks.Mark(row.Hit)}{Right(row.Right)}  {row.Citation}");
        }
    };

    private static string Left(string text)
    {
        var flat = TerminalText.Flat(text);
        var start = 0;
        while (TextColumns.WidthOf(flat.AsSpan(start)) > ContextColumns)
        {
            start++;
        }

        return new string(' ', ContextColumns - TextColumns.WidthOf(flat.AsSpan(start))) + flat[start..];
    }

    private static string Right(string text)
    {
        var flat = TerminalText.Flat(text);
        var end = flat.Length;
        while (TextColumns.WidthOf(flat.AsSpan(0, end)) > ContextColumns)
        {
            end--;
        }

        return flat[..end] + new string(' ', ContextColumns - TextColumns.WidthOf(flat.AsSpan(0, end)));
    }
}
