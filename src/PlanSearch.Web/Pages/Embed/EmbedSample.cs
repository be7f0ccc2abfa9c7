using System.Collections.Immutable;
using PlanSearch.Web.Pages.Texts;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Pages.Embed;

/// <summary>One way into another site: the markup to copy, which is also what the sample page shows.</summary>
/// <param name="Name">component, frame, form or opensearch: the last part of the sample's address.</param>
/// <param name="Markup">HTML of our own with the site's address; no script and no style is in it.</param>
/// <param name="IsOfHead">Whether it goes into the head of a page, where nothing is seen of it.</param>
public sealed record EmbedSample(string Name, string Markup, bool IsOfHead = false)
{
    /// <summary>The file that brings the element.</summary>
    public const string Script = "plan-search.js";

    /// <summary>All of them.</summary>
    /// <param name="site">The site's address, without "/" at its end.</param>
    /// <param name="texts">What is in the markup is said in this language.</param>
    internal static ImmutableArray<EmbedSample> All(string site, PageTexts texts)
    {
        var at = System.Net.WebUtility.HtmlEncode(site);
        return
        [
            new("component",
                $"""
                <script src="{at}/embed/{Script}" defer></script>
                <plan-search endpoint="{at}" theme="auto" color="#0b5cab" size="5">
                  <a href="{at}/search" target="_blank" rel="noopener">{texts.Product}</a>
                </plan-search>
                """),
            new("frame",
                $"""
                <iframe src="{at}{EmbedPaths.SearchPath}?theme=light&amp;color=0b5cab&amp;size=5" title="{texts.Product}" width="100%" height="640">
                  <a href="{at}/search" target="_blank" rel="noopener">{texts.Product}</a>
                </iframe>
                """),
            new("form",
                $"""
                <form action="{at}/search" method="get" target="_blank" role="search">
                  <label for="plan-search-q">{texts.Product}</label>
                  <input id="plan-search-q" name="q" type="search" maxlength="2000" required>
                  <button type="submit">{texts.SearchButton}</button>
                </form>
                """),
            new("opensearch",
                $"""
                <link rel="search" type="{OpenSearch.ContentType}" title="{texts.Product}" href="{at}{OpenSearch.DescriptionPath}">
                """,
                IsOfHead: true),
        ];
    }
}
