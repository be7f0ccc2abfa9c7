using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Plans;

namespace PlanSearch.Export.Word;

/// <summary>
/// Text as a Word document holds it: every character as it is, TAB as a tab; what XML cannot carry is as _xHHHH_, so that nothing of it is
/// lost.
/// </summary>
internal static class WordText
{
    /// <summary>One run; an empty text is a run without any.</summary>
    public static Run Run(string text, bool isBold = false)
    {
        var run = new Run();
        if (isBold)
        {
            run.AppendChild(new RunProperties(new Bold()));
        }

        var pieces = text.Split('\t');
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i > 0)
            {
                run.AppendChild(new TabChar());
            }

            if (pieces[i].Length > 0)
            {
                run.AppendChild(new Text(Escape(pieces[i])) { Space = SpaceProcessingModeValues.Preserve });
            }
        }

        return run;
    }

    /// <summary>One list of runs for each line, an empty one for an empty line; a bold range may go over several lines.</summary>
    /// <param name="text">The text; its lines are parted by LF.</param>
    /// <param name="bold">Ranges of it, rising, not overlapping.</param>
    public static IEnumerable<IReadOnlyList<Run>> Lines(string text, IReadOnlyList<TextRange> bold)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            yield return Runs(text, new TextRange(start, line.Length), bold);
            start += line.Length + 1;
        }
    }

    /// <summary>How many characters of a text are written as _xHHHH_.</summary>
    public static int EscapesIn(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i += IsPair(text, i) ? 2 : 1)
        {
            count += text[i] != '\n' && MustEscape(text, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The text as XML can hold it.</summary>
    public static string Escape(string text)
    {
        if (EscapesIn(text) == 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 32);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
            {
                escaped.Append(text[i]).Append(text[++i]);
            }
            else if (MustEscape(text, i))
            {
                escaped.Append("_x").Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture)).Append('_');
            }
            else
            {
                escaped.Append(text[i]);
            }
        }

        return escaped.ToString();
    }

    private static List<Run> Runs(string text, TextRange line, IReadOnlyList<TextRange> bold)
    {
        var runs = new List<Run>();
        var at = line.Start;
        foreach (var range in bold)
        {
            var (start, end) = (Math.Max(range.Start, at), Math.Min(range.End, line.End));
            if (start < end)
            {
                Add(at, start, isBold: false);
                Add(start, end, isBold: true);
                at = end;
            }
        }

        Add(at, line.End, isBold: false);
        return runs;

        void Add(int from, int to, bool isBold)
        {
            if (from < to)
            {
                runs.Add(Run(text[from..to], isBold));
            }
        }
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);

    // A reader of XML takes CR for LF.
    private static bool MustEscape(string text, int at) => !IsPair(text, at) && (!XmlConvert.IsXmlChar(text[at]) || text[at] == '\r');
}
