namespace PlanSearch.Queries.Words;

/// <summary>What a collection knows of words beside its plans: topic sets and lexicon.</summary>
/// <param name="Topics">The topic sets.</param>
/// <param name="Lexicon">The words.</param>
public sealed record Vocabulary(TopicCatalog Topics, Lexicon Lexicon)
{
    /// <summary>Reads topics.yaml and lexicon.txt in a folder; a file that is not there holds nothing.</summary>
    /// <exception cref="InvalidDataException">topics.yaml is no list of topics.</exception>
    public static Vocabulary Load(string directory) => new(TopicCatalog.Load(directory), Lexicon.Load(directory));
}
