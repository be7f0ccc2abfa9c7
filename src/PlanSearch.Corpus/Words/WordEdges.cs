using PlanSearch.Plans;

namespace PlanSearch.Corpus.Words;

/// <summary>Tells words from fragments (能源消 of 能源消费) by where the words around them begin and end.</summary>
internal static class WordEdges
{
    /// <summary>What is further away has no say in where a word ends.</summary>
    private const int Reach = 8;

    /// <summary>So many places are looked at.</summary>
    private const int MostPlaces = 3;

    /// <summary>Whether words begin and end there, at most of some places of a text.</summary>
    /// <param name="cutter">What cuts.</param>
    /// <param name="places">Where it is; the first few are looked at.</param>
    /// <param name="atStart">Whether a word must begin at its start.</param>
    /// <param name="atEnd">Whether a word must end at its end.</param>
    public static bool AreAt(WordCutter cutter, IEnumerable<(string Text, TextRange Span)> places, bool atStart, bool atEnd)
    {
        var (looked, agreed) = (0, 0);
        foreach (var (text, span) in places.Take(MostPlaces))
        {
            looked++;
            agreed += Are(cutter, text, span, atStart, atEnd) ? 1 : 0;
        }

        return 2 * agreed > looked;
    }

    private static bool Are(WordCutter cutter, string text, TextRange span, bool atStart, bool atEnd)
    {
        var from = Math.Max(0, span.Start - Reach);
        var words = cutter.Cut(text[from..Math.Min(text.Length, span.End + Reach)]);
        return (!atStart || words.Any(word => from + word.Start == span.Start))
            && (!atEnd || words.Any(word => from + word.End == span.End));
    }
}
