namespace PlanSearch.Corpus.Queries;

/// <summary>Any word of a topic set: #氢能.</summary>
/// <param name="Topic">The set.</param>
public sealed record TopicTerm(Topic Topic) : PlanQuery
{
    /// <summary>The same name is the same topic.</summary>
    public bool Equals(TopicTerm? other) => other is not null && Topic.Name == other.Topic.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Topic.Name.GetHashCode(StringComparison.Ordinal);
}
