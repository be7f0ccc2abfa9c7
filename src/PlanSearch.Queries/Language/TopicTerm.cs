using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Language;

/// <summary>Any word of a topic set (#氢能), or any but those that are switched off (#氢能!氢!用氢).</summary>
/// <param name="Topic">The set.</param>
public sealed record TopicTerm(Topic Topic) : WordQuery
{
    /// <summary>The words that are switched off, in the order of the set; not all of them.</summary>
    public ImmutableArray<string> Off { get; private init; } = [];

    /// <summary>The words that are looked for, in the order of the set; at least one.</summary>
    public ImmutableArray<string> Members => Off.IsEmpty ? Topic.Members : Topic.Members.RemoveRange(Off);

    /// <summary>Whether a word can be named behind a !: it has no sign of the query language.</summary>
    public static bool CanBeOff(string word) => QuerySigns.IsPlainWord(word);

    /// <summary>The set without some of its words; null when one is none of them, or none would be left.</summary>
    /// <param name="topic">The set.</param>
    /// <param name="off">In any order, compared folded; a word may be twice.</param>
    public static TopicTerm? Without(Topic topic, IEnumerable<string> off)
    {
        var folded = off.Select(Fold.Of).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> words = [.. topic.Members.Where(word => CanBeOff(word) && folded.Contains(Fold.Of(word)))];
        return words.Select(Fold.Of).Distinct().Count() == folded.Count && words.Length < topic.Members.Length
            ? new TopicTerm(topic) { Off = words }
            : null;
    }

    internal override string Called =>
        $"专题{QueryWords.Quoted(Topic.Name)}的词（{QueryWords.Named(Members)}{(Off.IsEmpty ? "" : $"；停用{QueryWords.Named(Off)}")}"
        + $"{(Topic.Exclude.IsEmpty ? "" : $"；不计{QueryWords.Named(Topic.Exclude)}中的")}）";

    internal override void Print(StringBuilder text) => text.Append('#').AppendJoin('!', Off.Prepend(Topic.Name));

    internal override Query ToIndex(IndexForm form) => form.OneOf([.. Members.Select(member => form.Outside(member, Topic.Exclude))]);

    /// <summary>The same name without the same words is the same term.</summary>
    public bool Equals(TopicTerm? other) => other is not null && Topic.Name == other.Topic.Name && Off.SequenceEqual(other.Off);

    /// <inheritdoc/>
    public override int GetHashCode() => Topic.Name.GetHashCode(StringComparison.Ordinal);
}
