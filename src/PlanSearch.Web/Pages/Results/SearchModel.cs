using System.Collections.Immutable;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Results;

/// <summary>What the search page shows: the request, and an answer or the reason why there is none.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null when there is a fault.</param>
/// <param name="Fault">The fault; null when there is an answer.</param>
public sealed record SearchModel(SearchRequest Request, SearchAnswer? Answer, RequestFault? Fault)
{
    /// <summary>The numbers as a sentence to be cited; null when there is no answer.</summary>
    public string? Quote { get; init; }

    /// <summary>How many sections, boxes and tables were found; null when there is no answer.</summary>
    public RecordKinds? Kinds { get; init; }

    /// <summary>The longer words that the query's word is part of; null where there are none to look for.</summary>
    public LongerWords? Longer { get; init; }

    /// <summary>What is not counted, where it is to be shown.</summary>
    public AsideAnswer? Aside { get; init; }

    /// <summary>The plans whose title the query is.</summary>
    public ImmutableArray<PlanSummary> Titled { get; init; } = [];
}

/// <summary>What 逐处 shows.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">The answer; null when there is a fault.</param>
/// <param name="Fault">The fault; null when there is an answer.</param>
public sealed record MentionsModel(SearchRequest Request, MentionsAnswer? Answer, RequestFault? Fault)
{
    /// <summary>Mentions a page, unless another number is asked for.</summary>
    public const int UsualSize = 50;

    /// <summary>The numbers a page may have that are offered.</summary>
    public static ImmutableArray<int> Sizes { get; } = [UsualSize, 100];

    /// <summary>The numbers as a sentence to be cited; null when there is no answer.</summary>
    public string? Quote { get; init; }

    /// <summary>The facets of the answer.</summary>
    public ImmutableArray<Facet> Facets { get; init; } = [];

    /// <summary>The plans of the page, each with its mentions of the whole answer.</summary>
    public ImmutableArray<MentioningPlan> Plans { get; init; } = [];

    /// <summary>What is next to the mentions; null where they are too many to look at.</summary>
    public NeighbourAnswer? Neighbours { get; init; }

    /// <summary>The words around the mentions, in their place; null where they are not asked for.</summary>
    public WordCompany? Company { get; init; }

    /// <summary>Where in their plans the mentions are; null when there is no answer.</summary>
    public SpreadAnswer? Spread { get; init; }
}
