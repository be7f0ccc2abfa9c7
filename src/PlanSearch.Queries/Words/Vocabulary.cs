namespace PlanSearch.Queries.Words;

/// <summary>What a collection knows of words beside its plans: topic sets, lexicon and paraphrases.</summary>
/// <param name="Topics">The topic sets.</param>
/// <param name="Lexicon">The words.</param>
public sealed record Vocabulary(TopicCatalog Topics, Lexicon Lexicon)
{
    /// <summary>What people say, and what plans write for the same.</summary>
    public Paraphrases Paraphrases { get; init; } = Paraphrases.Empty;
}
