using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PlanSearch.Queries.Language;

/// <summary>What the queries need to say themselves in Chinese.</summary>
internal static class QueryWords
{
    private const int MaxNamed = 8;

    /// <summary>Says parts with a word between them.</summary>
    public static void AppendParts(IReadOnlyList<PlanQuery> parts, string between, StringBuilder text)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            text.Append(i > 0 ? between : "");
            AppendPart(parts[i], text);
        }
    }

    /// <summary>Says a part, in brackets where it is more than a word.</summary>
    public static void AppendPart(PlanQuery part, StringBuilder text)
    {
        text.Append(part is WordQuery ? "" : "（");
        part.Say(text);
        text.Append(part is WordQuery ? "" : "）");
    }

    /// <summary>Words, the first of many.</summary>
    public static string Named(ImmutableArray<string> words) =>
        words.Length <= MaxNamed
            ? string.Join('、', words.Select(Quoted))
            : $"{string.Join('、', words.Take(MaxNamed).Select(Quoted))}等{words.Length.ToString(CultureInfo.InvariantCulture)}个";

    /// <summary>A word in quotes: “十四五” in curly quotes again could not be read.</summary>
    public static string Quoted(string text) => text.AsSpan().IndexOfAny('“', '”') >= 0 ? $"「{text}」" : $"“{text}”";
}
