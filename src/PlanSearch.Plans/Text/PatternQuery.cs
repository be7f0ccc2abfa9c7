using System.Collections.Immutable;
using System.Text;

namespace PlanSearch.Plans.Text;

/// <summary>Fixed strings with gaps between them: 建设?项目, 打造*高地. Within a block and a cell.</summary>
/// <param name="Fixed">At least two strings, none empty, and one of at least two code units.</param>
/// <param name="Gaps">What is between each and the next, so one fewer; a gap takes as few characters as it can.</param>
public sealed record PatternQuery(ImmutableArray<string> Fixed, ImmutableArray<PatternGap> Gaps) : Query
{
    /// <summary>The most characters of an open gap.</summary>
    public const int MaxOpenGap = 10;

    /// <inheritdoc/>
    public bool Equals(PatternQuery? other) => other is not null && Fixed.SequenceEqual(other.Fixed) && Gaps.SequenceEqual(other.Gaps);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fixed.Length, Fixed[0]);

    /// <inheritdoc/>
    public override string ToString() => Fixed[0] + string.Concat(Gaps.Select((gap, i) => $"{{{gap.Least},{gap.Most}}}{Fixed[i + 1]}"));

    /// <summary>Strings and gaps as they are typed: 建设?项目.</summary>
    public static string TypedOf(ImmutableArray<string> parts, ImmutableArray<PatternGap> gaps)
    {
        var text = new StringBuilder(parts[0]);
        for (var i = 0; i < gaps.Length; i++)
        {
            text.Append(gaps[i].Least == gaps[i].Most ? new string('?', gaps[i].Most) : "*").Append(parts[i + 1]);
        }

        return text.ToString();
    }

    /// <summary>The pattern counts as one literal; it is called as it is typed.</summary>
    internal override void Collect(ImmutableArray<LiteralQuery>.Builder literals) =>
        literals.Add(new LiteralQuery(ToString()) { Name = TypedOf(Fixed, Gaps) });

    internal override Query Replace(Func<LiteralQuery, LiteralQuery> change) => this;
}

/// <summary>How many characters a gap takes; a surrogate pair is one.</summary>
/// <param name="Least">From 0.</param>
/// <param name="Most">At least <paramref name="Least"/>.</param>
public readonly record struct PatternGap(int Least, int Most);
