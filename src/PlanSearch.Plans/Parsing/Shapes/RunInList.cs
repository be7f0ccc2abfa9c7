namespace PlanSearch.Plans.Parsing.Shapes;

/// <summary>Cuts a list that is run in on one line of a box into its entries (R-BOX-5): "1. …；2. …；3. …。".</summary>
internal static class RunInList
{
    /// <summary>Where the entries begin in <paramref name="text"/>, in rising order; empty when it is no such list.</summary>
    /// <remarks>The first is above 0 when a label is before the list (数字产业：1. …；2. …).</remarks>
    public static List<int> Starts(string text)
    {
        var marker = MarkerReader.Read(text);
        if (marker.IsCounted)
        {
            var starts = Follow(text, 0, marker);
            if (starts.Count > 1)
            {
                return starts;
            }
        }

        var words = marker.Kind == MarkerKind.None ? 0 : marker.Rest;
        if (Sentence.OpensWithLabel(text.AsSpan(words)))
        {
            var list = words + Sentence.LeadOf(text.AsSpan(words));
            while (list < text.Length && Glyphs.IsBlank(text[list]))
            {
                list++;
            }

            var first = MarkerReader.ReadAt(text, list);
            if (first is { IsCounted: true, Ordinal: 1 } && Follow(text, list, first) is { Count: > 1 } starts)
            {
                return starts;
            }
        }

        return [];
    }

    /// <summary>
    /// Whether <paramref name="text"/> holds, after its start, the member of a list that <paramref name="next"/> continues.
    /// </summary>
    public static bool Carries(string text, Marker next)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if ((text[i - 1] is '：' or ':' || IsSeparator(text, i))
                && MarkerReader.ReadInList(text, i) is var marker && marker.Kind == next.Kind && marker.Ordinal == next.Ordinal - 1)
            {
                return true;
            }
        }

        return false;
    }

    // Each number counts only in sequence, and only where a member of the list can begin.
    private static List<int> Follow(string text, int first, Marker marker)
    {
        var starts = new List<int> { first };
        var next = marker.Ordinal + 1;
        for (var i = marker.End; i < text.Length; i++)
        {
            if (!IsSeparator(text, i))
            {
                continue;
            }

            var at = MarkerReader.ReadInList(text, i);
            if (at.Kind == marker.Kind && at.Ordinal == next)
            {
                starts.Add(i);
                next++;
                i = at.End - 1;
            }
        }

        return starts;
    }

    private static bool IsSeparator(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && Glyphs.IsBlank(text[before]))
        {
            before--;
        }

        return before >= 0 && text[before] is '；' or ';' or '。' or '，' or ',' or '、' or '）' or ')' && !Glyphs.IsBlank(text[at]);
    }
}
