using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Words;

namespace PlanSearch.Answers.Topics;

/// <summary>A query with only some words of a topic set switched on.</summary>
public static class TopicChoice
{
    /// <summary>The query in its normal form.</summary>
    /// <param name="vocabulary">The topic sets.</param>
    /// <param name="query">An expression with the set in it.</param>
    /// <param name="topic">The set, without #.</param>
    /// <param name="words">The words that are to be on; others than the set's own are passed over.</param>
    public static Outcome<string> Of(Vocabulary vocabulary, string query, string topic, IReadOnlyCollection<string> words)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(topic);
        var (read, fault) = QueryParser.Parse(query, vocabulary.Topics);
        return read is null ? fault!
            : vocabulary.Topics.Find(topic) is not { } set ? new RequestFault(FaultKinds.TopicUnknown, $"没有专题“{topic}”。")
            : TopicTerm.Without(set, set.Members.Where(word => TopicTerm.CanBeOff(word) && !words.Contains(word))) is { } term
                ? TopicTerms.With(read, term).NormalForm
            : new RequestFault(FaultKinds.TopicWithoutWords, $"专题“{set.Name}”至少要留一个词。");
    }
}
