using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Queries;

/// <summary>A word with wildcards inside: 建设?项目, 打造*高地.</summary>
/// <param name="Fixed">The strings between the wildcards, cleaned; at least two, none empty.</param>
/// <param name="Gaps">
/// What stands between each and the next: n characters for n question marks, 0 to <see cref="PatternQuery.MaxOpenGap"/> for a star. Each lies beside a
/// string of at least two characters.
/// </param>
public sealed record PatternTerm(ImmutableArray<string> Fixed, ImmutableArray<PatternGap> Gaps) : PlanQuery
{
    /// <summary>The most wildcards, a run of question marks counted once.</summary>
    public const int MaxGaps = 6;

    /// <summary>The most question marks in a row.</summary>
    public const int MaxQuestionMarks = 10;

    /// <summary>As it is typed.</summary>
    public string Text => TextOf(Fixed, Gaps);

    /// <summary>Strings and gaps as they are typed.</summary>
    internal static string TextOf(ImmutableArray<string> parts, ImmutableArray<PatternGap> gaps)
    {
        var text = new StringBuilder(parts[0]);
        for (var i = 0; i < gaps.Length; i++)
        {
            text.Append(gaps[i].Least == gaps[i].Most ? new string('?', gaps[i].Most) : "*").Append(parts[i + 1]);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(PatternTerm? other) => other is not null && Fixed.SequenceEqual(other.Fixed) && Gaps.SequenceEqual(other.Gaps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fixed.Length, Fixed[0]);
}
