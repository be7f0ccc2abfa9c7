using System.Globalization;
using PlanSearch.Corpus.Answers;
using PlanSearch.Corpus.Citations;
using PlanSearch.Corpus.Queries;
using PlanSearch.Corpus.Topics;

namespace PlanSearch.Corpus;

/// <content>What pages ask beside the answers: mentions in other orders, neighbours, spread, citations, suggestions.</content>
public sealed partial class PlanCorpus
{
    /// <summary>Mentions one by one, one page of them, by their neighbours.</summary>
    /// <remarks>A fault (<c>too_many_mentions</c>) above <see cref="KwicSort.MaxMentions"/>: never a part of the mentions sorted as if it were all.</remarks>
    public Outcome<MentionsAnswer> Mentions(SearchRequest request, MentionOrder order, CancellationToken cancellationToken) =>
        order == MentionOrder.Document
            ? Mentions(request, cancellationToken)
            : WithPage(
                request, isRecords: false, inquiry => KwicSort.Answer(inquiry, order, _options.Time.GetUtcNow(), cancellationToken), cancellationToken);

    /// <summary>What stands next to the mentions, left and right, most frequent first.</summary>
    /// <param name="request">What is looked for; size and cursor are not looked at.</param>
    /// <param name="width">Characters taken together, 1 to <see cref="NeighbourGroups.MaxWidth"/>.</param>
    /// <param name="cancellationToken">Looked at before each plan.</param>
    public Outcome<NeighbourAnswer> Neighbours(SearchRequest request, int width, CancellationToken cancellationToken) =>
        width is < 1 or > NeighbourGroups.MaxWidth
            ? new RequestFault("parameter_invalid", $"宽度应在1到{NeighbourGroups.MaxWidth.ToString(CultureInfo.InvariantCulture)}之间。")
            : WithInquiry<NeighbourAnswer>(request, inquiry => NeighbourGroups.Of(inquiry, width, cancellationToken), cancellationToken);

    /// <summary>Where in each plan the mentions stand, for the plans with most of them.</summary>
    /// <param name="request">What is looked for; size and cursor are not looked at.</param>
    /// <param name="plans">The most plans wanted.</param>
    /// <param name="cancellationToken">Looked at before each plan.</param>
    public Outcome<SpreadAnswer> Spread(SearchRequest request, int plans, CancellationToken cancellationToken) =>
        WithInquiry<SpreadAnswer>(request, inquiry => MentionSpread.Of(inquiry, plans, cancellationToken), cancellationToken);

    /// <summary>The lines that the certificate counts as left out: contents pages, covers, page marks.</summary>
    public Outcome<AsideAnswer> Aside(SearchRequest request, CancellationToken cancellationToken) =>
        WithInquiry<AsideAnswer>(request, inquiry => AsideLines.Of(inquiry, cancellationToken), cancellationToken);

    /// <summary>How many of the records found are sections, boxes and tables; null above <see cref="RecordKinds.MaxPlans"/> plans.</summary>
    public Outcome<RecordKinds> KindsOf(SearchRequest request, CancellationToken cancellationToken) =>
        WithInquiry<RecordKinds>(request, inquiry => RecordKinds.Of(inquiry, cancellationToken), cancellationToken);

    /// <summary>A block's citation in every style, by its anchor.</summary>
    public Outcome<CitedBlock> Cite(string planId, string anchor) => With<Outcome<CitedBlock>>(view =>
    {
        if (view.Snapshot.Find(planId) is var number && number < 0)
        {
            return Unknown(planId);
        }

        var text = new PlanText(view.Snapshot, view.Entries[number]);
        for (var block = 0; block < text.Plan.Blocks.Length; block++)
        {
            if (text.AnchorOf(block) == anchor)
            {
                return new CitedBlock(PlanCitation.All(text.Plan, block, text.BlockText), text.PlaceOf(block, 0));
            }
        }

        return new RequestFault("place_unknown", "规划中没有这个位置：文字可能已经更改。");
    });

    /// <summary>What the beginning of a query could become: topics and words, then headings, boxes and entries of the plans.</summary>
    /// <param name="prefix">What is typed so far; blank suggests nothing.</param>
    /// <param name="count">The most suggestions, at most <see cref="Suggestion.MaxCount"/>.</param>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int count)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return With(view => view.Suggestions(Vocabulary).Find(prefix, Math.Clamp(count, 0, Suggestion.MaxCount)));
    }

    /// <summary>A topic set over the collection: its words counted one by one, and words that might be added.</summary>
    /// <param name="name">The set, without #.</param>
    /// <param name="cancellationToken">Looked at by every count.</param>
    public Outcome<TopicReport> Topic(string name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        return With(view => TopicReporter.Report(view, Vocabulary, name, cancellationToken));
    }

    /// <summary>A query with only some words of a topic set switched on, as an expression.</summary>
    /// <param name="query">An expression with the set in it.</param>
    /// <param name="topic">The set, without #.</param>
    /// <param name="words">The words that are to be on; others than the set's own are passed over.</param>
    public Outcome<string> Choose(string query, string topic, IReadOnlyCollection<string> words)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var vocabulary = Vocabulary;
        var (read, fault) = QueryParser.Parse(query, vocabulary.Topics);
        return read is null ? fault!
            : vocabulary.Topics.Find(topic) is not { } set ? new RequestFault("topic_unknown", $"没有专题“{topic}”。")
            : TopicTerm.Without(set, set.Members.Where(word => TopicTerm.CanBeOff(word) && !words.Contains(word))) is { } term ? TopicTerms.With(read, term).NormalForm
            : new RequestFault("topic_without_words", $"专题“{set.Name}”至少要留一个词。");
    }

    private Outcome<T> WithInquiry<T>(SearchRequest request, Func<Inquiry, Outcome<T>> answer, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        return With(view =>
        {
            var (inquiry, fault) = Inquiry.Begin(view, Vocabulary, request, withFacets: false, best: 0, cancellationToken);
            return inquiry is null ? fault! : answer(inquiry);
        });
    }
}

/// <summary>A block as it is cited.</summary>
/// <param name="Citations">In every style.</param>
/// <param name="Place">Where it stands.</param>
public sealed record CitedBlock(CitationSet Citations, Place Place);
