using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace PlanSearch.Plans.Reading.Formats.Web;

/// <summary>
/// Follows the tags of a page as its parser reads them: how deep they nest and how many elements they make, those included that the parser
/// opens again.
/// </summary>
/// <remarks>
/// The library takes time with the depth of every element and memory for every one it opens again. A page of 440 KB that nests 40,000
/// elements took it 27 seconds; one of 9 KB that leaves 500 words of bold text open took 213 MB.
/// </remarks>
/// <param name="count">Counts the elements of the whole file.</param>
internal sealed class HtmlNesting(MarkupCount count)
{
    // The parser opens at most three of one name again, given that they have no attributes.
    private const int MostReopened = 3;

    /// <summary>Words of a text: left open at the end of a block, they are opened again in the next.</summary>
    private static readonly FrozenSet<string> Formatting = new[]
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those another of their kind ends, with what it has to be in.</summary>
    private static readonly FrozenDictionary<string, string[]> EndedByNext = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["p"] = ["td", "th", "li", "dd", "button"],
        ["li"] = ["ul", "ol", "td", "th"],
        ["dt"] = ["dl"],
        ["dd"] = ["dl"],
        ["option"] = ["select"],
        ["td"] = ["table"],
        ["th"] = ["table"],
        ["tr"] = ["table"],
        ["tbody"] = ["table"],
        ["thead"] = ["table"],
        ["tfoot"] = ["table"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> KeptAttributes = new[]
    {
        "class", "colspan", "hidden", "id", "name", "content", "role", "rowspan", "start", "style", "value",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptBySpan =
        KeptAttributes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FormattingBySpan =
        Formatting.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = new(StringComparer.Ordinal);
    private int _reopened;

    /// <summary>Whether an attribute is read: of words of a text none, or every one of them would be opened again.</summary>
    public static bool Keeps(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        KeptBySpan.Contains(name.Span) && !FormattingBySpan.Contains(token.Name.Memory.Span);

    /// <summary>Takes the next token.</summary>
    public void Take(HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.StartTag:
                Open(token.Name);
                break;
            case HtmlTokenType.EndTag:
                Close(token.Name);
                break;
            default:
                break;
        }
    }

    private void Open(string name)
    {
        if (Formatting.Contains(name))
        {
            count.Add(1);
            Reopen(name, 1);
        }
        else
        {
            count.Add(1 + _reopened);
        }

        if (!Empty.Contains(name))
        {
            if (EndedByNext.TryGetValue(name, out var within))
            {
                End(name, within);
            }

            _open.Add(name);
            ReadingBound.Depth.Hold(_open.Count);
        }
    }

    private void Close(string name)
    {
        if (Formatting.Contains(name))
        {
            Reopen(name, -1);
        }

        // An end without a beginning may make an element too.
        count.Add((End(name, []) ? 0 : 1) + _reopened);
    }

    /// <summary>Ends the last open element of a name, and what was left open in it; false when none is open.</summary>
    private bool End(string name, string[] within)
    {
        for (var at = _open.Count - 1; at >= 0 && !within.Contains(_open[at], StringComparer.Ordinal); at--)
        {
            if (_open[at] == name)
            {
                _open.RemoveRange(at, _open.Count - at);
                return true;
            }
        }

        return false;
    }

    private void Reopen(string name, int step)
    {
        var before = _formatting.GetValueOrDefault(name);
        var after = Math.Max(before + step, 0);
        _formatting[name] = after;
        _reopened += Math.Min(after, MostReopened) - Math.Min(before, MostReopened);
    }
}
