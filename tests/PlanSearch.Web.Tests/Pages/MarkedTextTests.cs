using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Web.Pages.Views;

namespace PlanSearch.Web.Tests.Pages;

public sealed class MarkedTextTests
{
    public static TheoryData<string, int[], int[]?, string> Cases => new()
    {
        // text        marks (start, length …)   slice    html
        { "氢能产业",   [],                       null,    "氢能产业" },
        { "氢能产业",   [0, 2],                   null,    "<mark>氢能</mark>产业" },
        { "氢能产业",   [2, 2],                   null,    "氢能<mark>产业</mark>" },
        { "氢能产业",   [0, 4],                   null,    "<mark>氢能产业</mark>" },
        { "氢氢氢",     [0, 1, 1, 1, 2, 1],       null,    "<mark>氢</mark><mark>氢</mark><mark>氢</mark>" },
        { "",           [],                       null,    "" },
        { "<b>&\"'",    [0, 3],                   null,    "<mark>&lt;b&gt;</mark>&amp;&quot;&#x27;" },
        { "甲\t氢能\t乙", [2, 2],                 [2, 2],  "<mark>氢能</mark>" },
        { "甲\t氢能\t乙", [2, 2],                 [0, 1],  "甲" },              // a mark in another cell
        { "氢能产业",   [1, 2],                   [0, 2],  "氢<mark>能</mark>" }, // a mark that a slice cuts
        { "氢能产业",   [1, 2],                   [2, 2],  "<mark>产</mark>业" },
        { "𨨏能",       [0, 2],                   null,    "<mark>&#x28A0F;</mark>能" },  // two code units, one character
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Render_CutsAtTheMarksAndEncodesEveryPiece(string text, int[] marks, int[]? slice, string html)
    {
        var rendered = await Rendering.HtmlAsync<MarkedText>(new()
        {
            [nameof(MarkedText.Text)] = text,
            [nameof(MarkedText.Marks)] = marks.Chunk(2).Select(mark => new TextRange(mark[0], mark[1])).ToImmutableArray(),
            [nameof(MarkedText.Slice)] = slice is null ? null : new TextRange(slice[0], slice[1]),
        });

        Assert.Equal(html, rendered);
    }

    [Fact]
    public async Task Render_MarkWithALink_IsNamedOnceAlsoWhenASliceCutsIt()
    {
        Func<TextRange, MarkLink?> link = mark => new MarkLink($"a.{mark.Start}", "#b\"", "下一处");
        Dictionary<string, object?> Parameters(TextRange slice) => new()
        {
            [nameof(MarkedText.Text)] = "氢能产业",
            [nameof(MarkedText.Marks)] = ImmutableArray.Create(new TextRange(1, 2)),
            [nameof(MarkedText.Slice)] = slice,
            [nameof(MarkedText.Link)] = link,
        };

        Assert.Equal(
            "氢<mark id=\"a.1\"><a href=\"#b&quot;\" title=\"下一处\">能</a></mark>",
            await Rendering.HtmlAsync<MarkedText>(Parameters(new(0, 2))));
        Assert.Equal("<mark>产</mark>业", await Rendering.HtmlAsync<MarkedText>(Parameters(new(2, 2))));
    }
}
