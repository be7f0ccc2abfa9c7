using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Changes;
using PlanSearch.Answers.Mentions;

namespace PlanSearch.Web.Api.Feeds;

/// <summary>A feed as JSON Feed 1.1 (jsonfeed.org); what only this program says is under <c>_plansearch</c>.</summary>
/// <param name="Version">Which version of JSON Feed.</param>
/// <param name="Title">What the feed is of.</param>
/// <param name="HomePageUrl">The search as a page.</param>
/// <param name="FeedUrl">The feed itself, from its first page.</param>
/// <param name="Description">What it holds, in Chinese.</param>
/// <param name="Language">Of the texts.</param>
/// <param name="Items">The changes of this page, newest first.</param>
/// <param name="State">What was compared, and how much differs.</param>
internal sealed record JsonFeed(
    string Version,
    string Title,
    [property: JsonPropertyName("home_page_url")] string HomePageUrl,
    [property: JsonPropertyName("feed_url")] string FeedUrl,
    string Description,
    string Language,
    ImmutableArray<JsonFeedItem> Items,
    [property: JsonPropertyName("_plansearch")] JsonFeedState State)
{
    /// <summary>The next page, older changes; not there on the last.</summary>
    [JsonPropertyName("next_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextUrl { get; init; }
}

/// <summary>What was compared.</summary>
/// <param name="Generation">The generation that answered: ask with since of this next time.</param>
/// <param name="Since">What it was compared with; null where every change stands for itself.</param>
/// <param name="From">The oldest generation that since may name.</param>
/// <param name="Counts">How many mentions have changed, over all pages.</param>
internal sealed record JsonFeedState(long Generation, long? Since, long From, ChangeCounts Counts);

/// <summary>A mention that has changed, or plans that were read by other rules.</summary>
/// <param name="Id">The same change has the same one whenever it is asked for.</param>
/// <param name="Url">Where it is read; the search, where it is gone.</param>
/// <param name="Title">What happened where.</param>
/// <param name="ContentText">The words around it, before and after.</param>
/// <param name="DatePublished">When the change was published.</param>
/// <param name="Tags">added, removed, changed or rules.</param>
/// <param name="Change">The change as data.</param>
internal sealed record JsonFeedItem(
    string Id,
    string Url,
    string Title,
    [property: JsonPropertyName("content_text")] string ContentText,
    [property: JsonPropertyName("date_published")] DateTimeOffset DatePublished,
    ImmutableArray<string> Tags,
    [property: JsonPropertyName("_plansearch")] JsonFeedChange Change);

/// <summary>A change as data.</summary>
/// <param name="Kind">added, removed, changed or rules.</param>
/// <param name="Aspects">What differs of a changed one: wording, place, metadata.</param>
/// <param name="Generation">The generation it was published with.</param>
/// <param name="Before">The mention as it was; null for a new one.</param>
/// <param name="After">The mention as it is; null for one that is gone.</param>
/// <param name="Metadata">What is known of its plan and has changed, field by field; empty where metadata is not among the aspects.</param>
/// <param name="Plans">How many plans of the search were read by other rules; 0 where a mention has changed.</param>
internal sealed record JsonFeedChange(
    string Kind,
    ImmutableArray<string> Aspects,
    long Generation,
    MentionRow? Before,
    MentionRow? After,
    ImmutableArray<MetadataChange> Metadata,
    int Plans);
