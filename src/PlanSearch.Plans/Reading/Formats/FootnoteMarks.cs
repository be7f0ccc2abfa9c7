namespace PlanSearch.Plans.Reading.Formats;

/// <summary>Footnotes that a format keeps apart from the text, as text files print them: ^① in the text, ^① before the note.</summary>
internal sealed class FootnoteMarks
{
    private const int Last = 50;

    private readonly List<string> _waiting = [];
    private int _count;

    /// <summary>Takes a note and gives the mark for the place that calls it.</summary>
    /// <remarks>After ㊿ the marks begin anew, as they do where every page counts for itself.</remarks>
    public string Take(string note)
    {
        var mark = "^" + Circled((_count++ % Last) + 1);
        _waiting.Add($"{mark} {note.Trim()}");
        return mark;
    }

    /// <summary>Adds the notes called since the last time; they are under the paragraph or table that calls them.</summary>
    public void AddTo(LineCollector lines)
    {
        foreach (var note in _waiting)
        {
            lines.AddParagraph(note);
        }

        _waiting.Clear();
    }

    /// <summary>① for 1 up to ㊿ for 50.</summary>
    public static char Circled(int number) => (char)(number switch
    {
        <= 20 => '\u2460' + number - 1,
        <= 35 => '\u3251' + number - 21,
        _ => '\u32B1' + number - 36,
    });
}
