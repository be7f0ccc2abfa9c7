using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Text;

namespace PlanSearch.Queries.Language;

/// <summary>A word where it is no part of a longer one: 能源!新能源.</summary>
/// <param name="Text">The word, cleaned, without signs of the language.</param>
/// <param name="Longer">Words that hold it; at least one, none twice.</param>
public sealed record OutsideTerm(string Text, ImmutableArray<string> Longer) : WordQuery
{
    internal override string Called => $"{QueryWords.Quoted(Text)}（不计{QueryWords.Named(Longer)}中的）";

    internal override void Print(StringBuilder text) => text.Append(Text).Append('!').AppendJoin('!', Longer);

    internal override Query ToIndex(IndexForm form) => form.At(form.Outside(Text, Longer));

    /// <inheritdoc/>
    public bool Equals(OutsideTerm? other) => other is not null && Text == other.Text && Longer.SequenceEqual(other.Longer);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Longer.Length);
}
