using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>Everything the pages say of their own accord, in one language; a language that lacks a text does not compile.</summary>
/// <remarks>What comes from plans, and the words of the query language, is shown as it is in every language.</remarks>
internal abstract partial class PageTexts
{
    /// <summary>The texts of a language by its code; Chinese for every other code.</summary>
    public static PageTexts Of(string? language) => language == English.Code ? English.Texts : Chinese.Texts;

    /// <summary>What a facet is called; a column of the collection's own is called as it is.</summary>
    public abstract string FacetLabel(string name);

    /// <summary>What an order of a list is called.</summary>
    public string Sort(SearchOrder order) => order switch
    {
        SearchOrder.Document => SortDocument,
        SearchOrder.Relevance => SortRelevance,
        SearchOrder.Density => SortDensity,
        SearchOrder.Date => SortDate,
        SearchOrder.Title => SortTitle,
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, "No such order."),
    };

    /// <summary>What a kind of block is called.</summary>
    public abstract string KindLabel(BlockKind kind);

    /// <summary>A division as it is read: 岚江省 临漪市; unknown when nothing is known.</summary>
    public string Region(PlanName plan) => plan.Region.Length == 0 ? Unknown : plan.Region.Replace('/', ' ');

    /// <summary>A value of a facet, or of what is known of a plan, as it is read; a further column says what it says.</summary>
    /// <param name="facet">See <see cref="FacetNames"/>; state and completeness are such names here.</param>
    /// <param name="value">The value; of a region the last step of its path.</param>
    public string Value(string facet, string value) =>
        value is PlanMetadata.Unknown or PlanMetadata.UnknownInWords ? Unknown : OwnWord(facet, value);

    /// <summary>The last step of a value, and words that are ours in this language.</summary>
    protected abstract string OwnWord(string facet, string value);

    /// <summary>Level, period and what else is told of a plan in one line.</summary>
    public string LevelAndPeriod(string level, string period) => $"{Value(FacetNames.Level, level)} · {Value(FacetNames.Period, period)}";

    /// <summary>The same of a plan in a list of plans.</summary>
    public string Region(PlanSummary plan) => plan.RegionPath.IsDefaultOrEmpty ? Unknown : string.Join(" ", plan.RegionPath);

    /// <summary>Filters as they are read: 地区：岚江省、-临漪市; 层级：县级.</summary>
    public string FiltersSaid(IEnumerable<KeyValuePair<string, System.Collections.Immutable.ImmutableArray<string>>> filters) =>
        string.Join("; ", filters.Select(filter =>
            FacetLabel(filter.Key) + Colon + string.Join(ListComma, filter.Value.Select(value => Stated(filter.Key, value)))));

    private string Stated(string facet, string value) => value is ['-', .. var left] ? "-" + Value(facet, left) : Value(facet, value);

    /// <summary>Where in its section a passage is: 第3段, 第2项, 第12页; empty when there is nothing to say.</summary>
    public string Spot(PlaceInRecord place)
    {
        var parts = new List<string>();
        if (place.Entry is { } entry)
        {
            parts.Add(PlaceEntry($"{entry}"));
        }
        else if (place.Paragraph is { } paragraph)
        {
            parts.Add(PlaceParagraph($"{paragraph}"));
        }

        if (place.Page is { } page)
        {
            parts.Add(PlacePage($"{page}"));
        }

        return string.Join(" · ", parts);
    }

    /// <summary>What <see cref="Value"/> calls the state of a plan, 正式 or 草案.</summary>
    public const string State = "state";

    /// <summary>What <see cref="Value"/> calls how much of a plan is there, 全文 or 节选.</summary>
    public const string Completeness = "completeness";

    public abstract string HtmlLang { get; }

    /// <summary>The language of what comes from plans, where it is not that of the page.</summary>
    public string? LangOfPlans() => HtmlLang == "zh-CN" ? null : "zh-CN";

    public abstract string OtherLanguage { get; }
    public abstract string OtherLanguageCode { get; }
    public abstract string Product { get; }
    public abstract string SkipToMain { get; }
    public abstract string SkipToResults { get; }
    public abstract string SkipToFilters { get; }
    public abstract string SiteNav { get; }
    public abstract string NavPlans { get; }
    public abstract string NavTopics { get; }
    public abstract string NavHelp { get; }
    public abstract string ViewNav { get; }
    public abstract string LargeOn { get; }
    public abstract string LargeOff { get; }
    public abstract string DarkOn { get; }
    public abstract string DarkOff { get; }
    public abstract string SearchLabel { get; }
    public abstract string SearchPlaceholder { get; }
    public abstract string SearchButton { get; }
    public abstract string SuggestLabel { get; }
    public abstract string SuggestCount(string first);
    public abstract string KindWord { get; }
    public abstract string KindTopic { get; }
    public abstract string KindHeading { get; }
    public abstract string KindBox { get; }
    public abstract string KindEntry { get; }
    public abstract string Copy { get; }
    public abstract string Copied { get; }
    public abstract string Selected { get; }
    public abstract string NotCopied { get; }
    public abstract string CopyAll { get; }
    public abstract string HomeLead(string first);
    public abstract string ForExample { get; }
    public abstract string CollectionTitle { get; }
    public abstract string SearchTitle { get; }
    public abstract string WaysLabel { get; }
    public abstract string ViewMentions { get; }
    public abstract string ViewRecords { get; }
    public abstract string Filters { get; }
    public abstract string ListComma { get; }
    public abstract string None { get; }
    public abstract string Colon { get; }
    public abstract string CountOf(string first);
    public abstract string Source { get; }
    public abstract string OtherStyles { get; }
    public abstract string Excerpt { get; }
    public abstract string Update { get; }
    public abstract string NextPage { get; }
    public abstract string FirstPage { get; }
    public abstract string Unknown { get; }
    public abstract string MentionsTitle { get; }
    public abstract string IndexBuilt(string first);
    public abstract string PlanCount(string first);
    public abstract string FailureCount(string first);
    public abstract string DataVersion { get; }
    public abstract string NoIndex { get; }
    public abstract string ApiText { get; }
    public abstract string Sentence { get; }
}
