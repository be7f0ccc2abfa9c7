namespace PlanSearch.Queries.Words;

/// <summary>What a collection knows of words beside its plans: topic sets, lexicon and paraphrases.</summary>
/// <param name="Topics">The topic sets.</param>
/// <param name="Lexicon">The words.</param>
public sealed record Vocabulary(TopicCatalog Topics, Lexicon Lexicon)
{
    /// <summary>What people say, and what plans write for the same.</summary>
    public Paraphrases Paraphrases { get; init; } = Paraphrases.Empty;

    /// <summary>Reads topics.yaml, lexicon.txt and paraphrases.yaml in a folder; a file that is not there holds nothing.</summary>
    /// <exception cref="InvalidDataException">One of them is not what it should be.</exception>
    public static Vocabulary Load(string directory) =>
        new(TopicCatalog.Load(directory), Lexicon.Load(directory)) { Paraphrases = Paraphrases.Load(directory) };
}
