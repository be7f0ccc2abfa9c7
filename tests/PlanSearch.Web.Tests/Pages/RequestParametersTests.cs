using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Pages.Views;
using Xunit.Abstractions;

namespace PlanSearch.Web.Tests.Pages;

public sealed class RequestParametersTests(ITestOutputHelper output)
{
    // What an address would take for its own.
    private static readonly string[] Signs = ["氢能", "&", "=", "+", " ", "%", "#", "\"", "<b>", "/", "？"];

    [Fact]
    public void QueryOf_RandomRequest_ReadsBackAsTheSameRequest()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var round = 0; round < 2_000; round++)
        {
            var request = Any(random);

            Assert.Equal(Printed(request), Printed(ReadBack(RequestParameters.QueryOf(request))));
        }
    }

    [Fact]
    public void QueryOf_Defaults_SaysTheQueryAlone() =>
        Assert.Equal("?q=%E6%B0%A2%E8%83%BD", RequestParameters.QueryOf(new SearchRequest { Query = "氢能" }));

    [Fact]
    public void Excluding_ValueThatIsIncluded_MovesItAndGoesBackToTheFirstPage()
    {
        var request = new SearchRequest
        {
            Query = "氢能",
            Cursor = "c",
            Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("level", new(["省级", "县级"], [])),
        };

        Assert.Equal("?q=氢能&level=县级&level=-省级", Uri.UnescapeDataString(RequestParameters.QueryOf(request.Excluding("level", "省级"))));
        Assert.Empty(request.Excluding("level", "省级").Without("level", "省级").Without("level", "县级").Filters);
    }

    private static SearchRequest Any(Random random) => Any(random, (QueryMode)random.Next(Enum.GetValues<QueryMode>().Length));

    private static SearchRequest Any(Random random, QueryMode mode) => new()
    {
        Query = Word(random),
        Mode = mode,
        WordsOff = mode is QueryMode.Words && random.Next(2) == 0 ? [Word(random) + "甲", Word(random) + "乙"] : [],
        WithPlaces = mode is not QueryMode.Words || random.Next(2) == 0,
        Exact = random.Next(2) == 0,
        Order = (SearchOrder)random.Next(Enum.GetValues<SearchOrder>().Length),
        Size = random.Next(1, 201),
        Cursor = random.Next(2) == 0 ? null : "c" + random.Next(),
        Sample = random.Next(2) == 0 ? null : new MentionSampling(random.Next(1, 1_000), Word(random)),
        Filters = ((string[])["level", "part", "主管部门"]).Where(_ => random.Next(2) == 0)
            .ToImmutableSortedDictionary(
                name => name, _ => new FacetSelection([Word(random) + "甲"], random.Next(2) == 0 ? [] : [Word(random) + "乙"])),
    };

    private static string Word(Random random) => "词" + string.Concat(random.GetItems(Signs, 3));

    private static SearchRequest ReadBack(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        var pairs = http.Request.Query;
        return new SearchParameters
        {
            Http = http.Request,
            Query = pairs["q"],
            Mode = pairs["mode"],
            Off = [.. pairs["off"].OfType<string>()],
            Places = pairs["places"],
            Exact = pairs["exact"] == "true",
            Sort = pairs["sort"],
            Size = pairs.TryGetValue("size", out var size) ? int.Parse(size!, System.Globalization.CultureInfo.InvariantCulture) : null,
            Cursor = pairs["cursor"],
            Sample = pairs.TryGetValue("sample", out var sample)
                ? int.Parse(sample!, System.Globalization.CultureInfo.InvariantCulture)
                : null,
            Seed = pairs["seed"],
        }.ToRequest().Value!;
    }

    private static string Printed(SearchRequest request) =>
        $"{request.Query}|{request.Mode}|{string.Join(',', request.WordsOff)}|{request.WithPlaces}|{request.Exact}|{request.Order}|{request.Size}|{request.Cursor}|{request.Sample}|"
        + string.Join(
            '|',
            request.Filters.Select(
                filter => $"{filter.Key}:{string.Join(',', filter.Value.Included)}:{string.Join(',', filter.Value.Excluded)}"));
}
