using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Index.Stored;

namespace PlanSearch.Answers.Certificates;

/// <summary>The proof that is with every answer (检索说明): what was searched, what was counted, what was left out.</summary>
/// <remarks>
/// <see cref="Mentions"/> plus <see cref="Excluded"/> is what Ctrl+F finds over the rejoined text of the plans in scope.
/// </remarks>
public sealed record Certificate
{
    /// <summary>The query as typed.</summary>
    public required string Query { get; init; }

    /// <summary>The query as it was read, in words: 含“氢能”并且不含“储能”的章节.</summary>
    public required string InWords { get; init; }

    /// <summary>The query in normal form: reading it again gives the same query.</summary>
    public required string NormalForm { get; init; }

    /// <summary>
    /// The topic sets of the query with the words that were looked for; empty when it has none, or when the certificate that was read says
    /// nothing of it.
    /// </summary>
    public ImmutableArray<TopicUse> Topics
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>What a question was answered by; null unless <see cref="Mode"/> is words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuestionStatement? Question { get; init; }

    /// <summary>literal, expression or words.</summary>
    public required string Mode { get; init; }

    /// <summary>Whether code units were compared as they are.</summary>
    public required bool Exact { get; init; }

    /// <summary>
    /// What the whole answer is confined to, in the form of <see cref="Filters"/>; empty when it is the whole collection.
    /// </summary>
    /// <remarks>Names of <see cref="NotSearched"/> files are withheld then: nobody knows whether they belong to it.</remarks>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Scope
    {
        get => field ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
        init;
    }

    /// <summary>The filters in force, by facet name; excluded values are with a leading "-".</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Filters { get; init; }

    /// <summary>Occurrences (处).</summary>
    public required long Mentions { get; init; }

    /// <summary>Records with at least one (章节).</summary>
    public required int Records { get; init; }

    /// <summary>Plans with at least one (部).</summary>
    public required int Plans { get; init; }

    /// <summary>Plans in scope without any mention, fragments included.</summary>
    public required int PlansWithout { get; init; }

    /// <summary>Plans in scope, with mentions or without.</summary>
    public required int PlansSearched { get; init; }

    /// <summary>
    /// Plans in scope whose texts were read and decided one by one, because the cluster that has the index does not count such a query, or
    /// such a plan, by itself. Left out where there are none: the cluster counted all, or the index lies on one machine.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int PlansVerified { get; init; }

    /// <summary>Occurrences that are not counted among the mentions.</summary>
    public required ExcludedCounts Excluded { get; init; }

    /// <summary>Files that could not be searched, each with the reason.</summary>
    public required ImmutableArray<NotSearched> NotSearched { get; init; }

    /// <summary>How many files could not be searched: the certificate of a search names the first of them.</summary>
    public int NotSearchedTotal
    {
        get => Math.Max(field, NotSearched.IsDefault ? 0 : NotSearched.Length);
        init;
    }

    /// <summary>Ids of the plans in scope whose text is a fragment (节选).</summary>
    public required ImmutableArray<string> Partial { get; init; }

    /// <summary>How many such plans there are: the certificate of a search names the first of them.</summary>
    public int PartialTotal
    {
        get => Math.Max(field, Partial.IsDefault ? 0 : Partial.Length);
        init;
    }

    /// <summary>Where the whole certificate is; null where it is whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rest { get; init; }

    /// <summary>The generation of the index that answered.</summary>
    public required long Generation { get; init; }

    /// <summary>SHA-256 over the plans searched: ids, decoded texts, metadata and the versions below; hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>Versions that decide an answer: query, parser, reader, fold, divisions.</summary>
    public required ImmutableSortedDictionary<string, string> Versions { get; init; }

    /// <summary>When the answer was made, UTC.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Whether every file of the collection was searched.</summary>
    public required bool Complete { get; init; }

    /// <summary>What was drawn, where the mentions listed are a sample; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SampleStatement? Sample { get; init; }

    /// <summary>How many mentions are listed: all, or those drawn.</summary>
    [JsonIgnore]
    public long Listed => Sample?.Size ?? Mentions;
}

/// <summary>A topic set as a query used it.</summary>
/// <param name="Name">The set.</param>
/// <param name="On">The words that were looked for.</param>
/// <param name="Off">The words that were switched off.</param>
/// <param name="Exclude">Longer words inside which nothing was counted.</param>
public sealed record TopicUse(string Name, ImmutableArray<string> On, ImmutableArray<string> Off, ImmutableArray<string> Exclude);

/// <summary>What a question was answered by. The counts are those of the words, whatever made them.</summary>
/// <param name="Words">The words that were on, with their weights.</param>
/// <param name="Off">The words that who asked left out.</param>
/// <param name="Places">Whether its places and periods were filters; then they are among those of the certificate.</param>
/// <param name="Lexicon">A digest of the words that texts are cut by.</param>
/// <param name="Paraphrases">A digest of the wordings that were known.</param>
/// <param name="Collection">A digest of the words that the plans have of their own.</param>
public sealed record QuestionStatement(
    ImmutableArray<WeighedWord> Words, ImmutableArray<string> Off, bool Places, string Lexicon, string Paraphrases, string Collection);

/// <summary>One of the words that a question was answered by.</summary>
/// <param name="Word">The word.</param>
/// <param name="Weight">A word of the question itself weighs 1.</param>
public sealed record WeighedWord(string Word, double Weight);

/// <summary>What Ctrl+F would also find, by reason.</summary>
/// <param name="Toc">In contents pages.</param>
/// <param name="Cover">On covers.</param>
/// <param name="Noise">In page numbers and other marks of the page.</param>
/// <param name="LongerRuns">Inside longer runs of letters and digits (2025 in 12025).</param>
public sealed record ExcludedCounts(long Toc, long Cover, long Noise, long LongerRuns)
{
    /// <summary>All of them together.</summary>
    public long Total => Toc + Cover + Noise + LongerRuns;
}
