using System.Collections.Immutable;
using PlanSearch.Answers.Clips;
using PlanSearch.Plans;

namespace PlanSearch.Export.Word;

/// <summary>A row of a document: an excerpt, or several that show the same sentence, with all that is marked in it.</summary>
/// <param name="Excerpt">The first of them: it says the place.</param>
/// <param name="Text">The text.</param>
/// <param name="Parts">What it is made of.</param>
/// <param name="Marked">What is marked in it; rising, not overlapping.</param>
/// <param name="Notes">What their reader notes, each note once.</param>
internal sealed record ExcerptRow(
    Excerpt Excerpt, string Text, ImmutableArray<ExcerptPart> Parts, ImmutableArray<TextRange> Marked, ImmutableArray<string> Notes)
{
    /// <summary>
    /// The rows of a folder, in its order; excerpts of different aspects stay apart, and what is not found is a row of its own.
    /// </summary>
    public static IReadOnlyList<ExcerptRow> Of(ClipsAnswer answer)
    {
        var rows = new List<ExcerptRow>();
        foreach (var excerpt in answer.Excerpts)
        {
            var row = new ExcerptRow(
                excerpt,
                excerpt.IsFound ? excerpt.Text : excerpt.Absence,
                excerpt.Parts,
                excerpt.Marked,
                excerpt.Note.Length > 0 ? [excerpt.Note] : []);
            var place = rows.Count;
            for (var at = rows.FindIndex(row.Meets); at >= 0; at = rows.FindIndex(row.Meets))
            {
                row = rows[at].With(row);
                rows.RemoveAt(at);
                place = Math.Min(place, at);
            }

            rows.Insert(place, row);
        }

        return rows;
    }

    private bool Meets(ExcerptRow other) =>
        Excerpt.Plan == other.Excerpt.Plan && Excerpt.Aspect == other.Excerpt.Aspect && (IsSameText(other) || Overlaps(other));

    private bool IsSameText(ExcerptRow other) => !Parts.IsEmpty && Parts.SequenceEqual(other.Parts);

    private bool Overlaps(ExcerptRow other) =>
        Parts is [var one]
            && other.Parts is [var two]
            && one.Block == two.Block
            && one.Range.Start < two.Range.End
            && two.Range.Start < one.Range.End;

    private ExcerptRow With(ExcerptRow other)
    {
        ImmutableArray<string> notes = [.. Notes.Union(other.Notes)];
        if (IsSameText(other))
        {
            return this with { Marked = MarkedRanges.Of(Marked.Concat(other.Marked)), Notes = notes };
        }

        var (one, two) = (Parts[0].Range, other.Parts[0].Range);
        var (early, late) = one.Start <= two.Start
            ? ((Text, Range: one), (other.Text, Range: two))
            : ((other.Text, Range: two), (Text, Range: one));
        var text = late.Range.End > early.Range.End ? early.Text + late.Text[(early.Range.End - late.Range.Start)..] : early.Text;
        return new ExcerptRow(
            Excerpt,
            text,
            [new ExcerptPart(Parts[0].Block, new TextRange(early.Range.Start, text.Length), 0)],
            MarkedRanges.Of(Moved(Marked, one.Start - early.Range.Start).Concat(Moved(other.Marked, two.Start - early.Range.Start))),
            notes);
    }

    private static IEnumerable<TextRange> Moved(ImmutableArray<TextRange> ranges, int by) =>
        ranges.Select(range => range with { Start = range.Start + by });
}
