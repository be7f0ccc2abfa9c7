using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Language;

/// <summary>A word with wildcards inside: 建设?项目, 打造*高地.</summary>
/// <param name="Fixed">The strings between the wildcards, cleaned; at least two, none empty.</param>
/// <param name="Gaps">
/// What is between each and the next: n characters for n question marks, 0 to <see cref="PatternQuery.MaxOpenGap"/> for a star. Each
/// lies beside a string of at least two characters.
/// </param>
public sealed record PatternTerm(ImmutableArray<string> Fixed, ImmutableArray<PatternGap> Gaps) : WordQuery
{
    /// <summary>The most wildcards, a run of question marks counted once.</summary>
    public const int MaxGaps = 6;

    /// <summary>The most question marks in a row.</summary>
    public const int MaxQuestionMarks = 10;

    /// <summary>As it is typed.</summary>
    public string Text => PatternQuery.TypedOf(Fixed, Gaps);

    internal override string Called => $"{QueryWords.Quoted(Text)}（{Wildcards}）";

    private string Wildcards
    {
        get
        {
            var hasOpen = Gaps.Any(gap => gap.Least != gap.Most);
            var hasSingle = Gaps.Any(gap => gap.Least == gap.Most);
            var most = PatternQuery.MaxOpenGap.ToString(CultureInfo.InvariantCulture);
            return string.Join('，', new[] { hasSingle ? "?代一个字" : null, hasOpen ? $"*代至多{most}个字" : null }.OfType<string>());
        }
    }

    internal override void Print(StringBuilder text) => text.Append(Text);

    internal override Query ToIndex(IndexForm form) => form.At(new PatternQuery(Fixed, Gaps));

    /// <inheritdoc/>
    public bool Equals(PatternTerm? other) => other is not null && Fixed.SequenceEqual(other.Fixed) && Gaps.SequenceEqual(other.Gaps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fixed.Length, Fixed[0]);
}
