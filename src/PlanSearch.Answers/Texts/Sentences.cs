using System.Buffers;
using PlanSearch.Plans;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Texts;

/// <summary>
/// Sentences of a text: they end at a mark (<see cref="SentenceEnds"/>) with the brackets and quotes that close behind it, or where the
/// text ends.
/// </summary>
internal static class Sentences
{
    private const string ClosingSigns = "”’）》」』】〕";

    private static readonly SearchValues<char> Ends = SearchValues.Create(SentenceEnds.Printed);
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \u3000\t\u00A0");
    private static readonly SearchValues<char> Closers = SearchValues.Create(ClosingSigns);
    private static readonly SearchValues<char> EndsAndClosers = SearchValues.Create(SentenceEnds.Printed + ClosingSigns);

    /// <summary>
    /// The sentence around <paramref name="mention"/> within <paramref name="bounds"/>; a mention over several sentences is in all of them.
    /// </summary>
    public static TextRange Around(string text, TextRange mention, TextRange bounds)
    {
        var start = StartOf(text, mention.Start, bounds);
        var end = EndOf(text, Math.Max(mention.End - 1, mention.Start), bounds);
        return new TextRange(start, end - start);
    }

    /// <summary>Where the sentence that holds <paramref name="offset"/> begins.</summary>
    public static int StartOf(string text, int offset, TextRange bounds)
    {
        // It begins after an end mark and what closes with it: 他说“好。”然后…
        var word = text.AsSpan(0, offset + 1).LastIndexOfAnyExcept(EndsAndClosers);
        var mark = word < 0 ? -1 : text.AsSpan(0, word).LastIndexOfAny(Ends);
        var start = mark < 0 ? bounds.Start : Math.Max(AfterSigns(text, mark + 1), bounds.Start);
        // 1. 某项目; 2. 某项目: the blank behind a mark is in neither.
        return text.AsSpan(start..offset).IndexOfAnyExcept(Blanks) is var blanks && blanks < 0 ? offset : start + blanks;
    }

    /// <summary>After the last code unit of the sentence that holds <paramref name="offset"/>.</summary>
    public static int EndOf(string text, int offset, TextRange bounds)
    {
        var end = AfterSigns(text, offset + 1);
        if (!IsStart(text, end))
        {
            var mark = text.AsSpan(end..).IndexOfAny(Ends);
            end = mark < 0 ? text.Length : AfterSigns(text, end + mark + 1);
        }

        return Math.Max(Math.Min(end, bounds.End), offset + 1);
    }

    /// <summary>The first place from <paramref name="at"/> on that is neither an end mark nor a closing character.</summary>
    private static int AfterSigns(string text, int at) =>
        text.AsSpan(at..).IndexOfAnyExcept(EndsAndClosers) is >= 0 and var signs ? at + signs : text.Length;

    /// <summary>Whether a sentence ended before a place that is no character of its end.</summary>
    private static bool IsStart(string text, int at) =>
        text.AsSpan(0, at).LastIndexOfAnyExcept(Closers) is >= 0 and var before && Ends.Contains(text[before]);
}
