using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Mentions;
using PlanSearch.Answers.Texts;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Hits;

/// <summary>One page of records with the totals of the whole answer.</summary>
public sealed record SearchAnswer
{
    /// <summary>The proof.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>The records of this page, in the order asked for.</summary>
    public required ImmutableArray<RecordHit> Hits { get; init; }

    /// <summary>The plans of the hits, those of <see cref="Words"/> too, each once.</summary>
    public required ImmutableArray<PlanSummary> Plans { get; init; }

    /// <summary>The facets; empty when they were not asked for.</summary>
    public required ImmutableArray<Facet> Facets { get; init; }

    /// <summary>Other readings of the input, each with its own count; never mixed into this one.</summary>
    public required ImmutableArray<Reading> Readings { get; init; }

    /// <summary>相关说法: what is said beside it, each with its own count; not counted here. On the first page only.</summary>
    public ImmutableArray<RelatedTerm> Related { get; init; } = [];

    /// <summary>The topic sets of the query, each of their words counted by itself. On the first page only.</summary>
    public ImmutableArray<TopicCounts> Topics { get; init; } = [];

    /// <summary>
    /// 相关检索: the input as a question. In <c>mode=words</c> its words, the hits being those of the answer; else on the first page of an
    /// input without any mention, with hits of its own, never counted here. Null in any other case.
    /// </summary>
    public WordsAnswer? Words { get; init; }

    /// <summary>
    /// 您要找的是不是: what may have been meant by an input that occurs nowhere, best first, at most three. Only where something seems wrong, on
    /// the first page.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MeantSpelling>? Spelling { get; init; }

    /// <summary>Plans in scope that do not mention it, in division order.</summary>
    public required AbsenceList Absent { get; init; }

    /// <summary>
    /// The longer words that the query's word is part of, each with the query that leaves it out. Only where they are asked for, and there
    /// are any to look for.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LongerWords? Longer { get; init; }

    /// <summary>
    /// The lines that the certificate counts as left out: contents pages, covers, page marks. Only where they are asked for.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AsideAnswer? Aside { get; init; }

    /// <summary>The cursor of the next page; null on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A record (章节) with its mentions.</summary>
public sealed record RecordHit
{
    /// <summary>The id of its plan, of which <see cref="SearchAnswer.Plans"/> says more.</summary>
    public required string Plan { get; init; }

    /// <summary>section, box or table.</summary>
    public required string Kind { get; init; }

    /// <summary>Number of the record in the plan, from 0.</summary>
    public required int Record { get; init; }

    /// <summary>Where the record begins.</summary>
    public required Place Place { get; init; }

    /// <summary>Mentions in the record.</summary>
    public required int Mentions { get; init; }

    /// <summary>How well it fits, higher is better, comparable within one answer alone; null in every order but relevance.</summary>
    public double? Score { get; init; }

    /// <summary>Why it is here, where the order is by relevance or density; else null.</summary>
    public string? Why { get; init; }

    /// <summary>Which words of the question it has; null where no question was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HitWords? Answers { get; init; }

    /// <summary>
    /// The blocks with mentions in reading order, at most <see cref="MaxPassages"/> passages; a long block takes as many as its mentions
    /// need. As the answer to a question it begins with its best paragraph.
    /// </summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>Blocks with mentions none of which is among <see cref="Passages"/>.</summary>
    public required int MorePassages { get; init; }

    /// <summary>Mentions that are counted and not marked in <see cref="Passages"/>.</summary>
    public required int MoreMentions { get; init; }

    /// <summary>The record's citation in the style of official writing.</summary>
    public required string Citation { get; init; }

    /// <summary>The record's citation in the other styles.</summary>
    public required OtherStyles Citations { get; init; }

    /// <summary>The citation of the block in which all its mentions are, else that of the record, in each style there is.</summary>
    [JsonIgnore]
    public CitationSet Nearest { get; init; } = new("", "", "");

    /// <summary>The lasting name of the block that the record begins with.</summary>
    [JsonIgnore]
    public string Anchor { get; init; } = "";

    /// <summary>Where it is read, relative to the site's root.</summary>
    public required string Permalink { get; init; }

    /// <summary>The most passages of one record on a page.</summary>
    public const int MaxPassages = 5;
}

/// <summary>A block, or a part of a long one, with marks.</summary>
public sealed record Passage
{
    /// <summary>Where in its record it is.</summary>
    public required PlaceInRecord Place { get; init; }

    /// <summary>The lasting name of the block in its plan: the fragment of its permalink.</summary>
    public required string Anchor { get; init; }

    /// <summary>The block's citation in the style of official writing, down to its paragraph, item or entry.</summary>
    [JsonIgnore]
    public string Citation { get; init; } = "";

    /// <summary>The names of the columns where it is a row of a table, parted by TAB as its cells are; else null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Columns { get; init; }

    /// <summary>The text; table cells are separated by TAB.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset of <see cref="Text"/> in the block: 0 unless a long block was cut to the surroundings of its marks.</summary>
    public required int Offset { get; init; }

    /// <summary>Whether the block continues after <see cref="Text"/>.</summary>
    public required bool IsCut { get; init; }

    /// <summary>The mentions as [start, length] in UTF-16 code units of <see cref="Text"/>, rising, not overlapping.</summary>
    public required ImmutableArray<ImmutableArray<int>> Marks { get; init; }
}

/// <summary>Another way to read the input.</summary>
/// <param name="Kind">
/// expression, literal, filter (a word of the input as a filter), repair (a faulty expression mended), list (words with 、 between them) or
/// operator (or, not in small letters).
/// </param>
/// <param name="Text">As it is offered: 按检索式理解：含“氢能”并且含“产业”.</param>
/// <param name="Query">The query to run.</param>
/// <param name="Parameters">Further parameters to run it with.</param>
/// <param name="Mentions">How many mentions it would have.</param>
public sealed record Reading(
    string Kind, string Text, string Query, ImmutableSortedDictionary<string, string> Parameters, long Mentions);

/// <summary>A word that is said beside those of the query.</summary>
/// <param name="Word">The word.</param>
/// <param name="Source">
/// topic: of a topic set that has the word asked for; lexicon: shares a character with it, and is in the same sections at least three times
/// as often as by chance.
/// </param>
/// <param name="Mentions">Its mentions under the same filters, all of them: not added to anything.</param>
/// <param name="Query">The query with the word added, an expression.</param>
public sealed record RelatedTerm(string Word, string Source, long Mentions, string Query);

/// <summary>What may have been meant by an input with wrong characters; not searched for.</summary>
/// <param name="Text">The whole input as it would be right, as a query.</param>
/// <param name="Changes">What was changed, in the order of the text.</param>
/// <param name="Mentions">What a search for it counts, under the same filters.</param>
public sealed record MeantSpelling(string Text, ImmutableArray<SpellingChange> Changes, long Mentions);

/// <summary>Who does not say it.</summary>
/// <param name="NotMentioned">全文未提及: complete plans without a mention.</param>
/// <param name="Undecidable">文本不完整，不能判断: fragments without a mention.</param>
/// <param name="NotSearched">未能检索: files that are not in the index. A search over HTTP names them in its certificate alone.</param>
public sealed record AbsenceList(
    ImmutableArray<PlanName> NotMentioned, ImmutableArray<PlanName> Undecidable, ImmutableArray<NotSearched> NotSearched)
{
    /// <summary>How many there are, of which a search lists the first.</summary>
    public int NotMentionedTotal { get; init; } = NotMentioned.Length;

    /// <summary>How many there are, of which a search lists the first.</summary>
    public int UndecidableTotal { get; init; } = Undecidable.Length;

    /// <summary>How many there are, of which a search lists the first.</summary>
    public int NotSearchedTotal { get; init; } = NotSearched.Length;

    /// <summary>Where all of them are listed; null where they are listed here.</summary>
    public string? Rest { get; init; }
}

/// <summary>How an answer spreads over the values of one facet.</summary>
/// <param name="Name">See <see cref="FacetNames"/>, or the name of an extra column.</param>
/// <param name="Label">As shown: 地区.</param>
/// <param name="Values">Counted under all other filters, those of this facet left out; a tree lists a parent before its children.</param>
public sealed record Facet(string Name, string Label, ImmutableArray<FacetValue> Values)
{
    /// <summary>How many values there are, of which a search lists the first, and those that are chosen.</summary>
    public int Total { get; init; } = Values.Length;

    /// <summary>Where all of them are listed; null where they are listed here.</summary>
    public string? Rest { get; init; }
}

/// <summary>A value of a facet in three units.</summary>
/// <param name="Value">What the filter takes.</param>
/// <param name="Label">As shown.</param>
/// <param name="Depth">0 at the top of a tree; always 0 in a flat facet.</param>
/// <param name="Mentions">处.</param>
/// <param name="Records">章节.</param>
/// <param name="Plans">部.</param>
/// <param name="State">none, included or excluded.</param>
public sealed record FacetValue(string Value, string Label, int Depth, long Mentions, int Records, int Plans, string State);
