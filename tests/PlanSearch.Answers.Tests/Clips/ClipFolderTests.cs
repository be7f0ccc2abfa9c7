using System.Collections.Immutable;
using PlanSearch.Answers.Clips;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Tests.Clips;

public sealed class ClipFolderTests
{
    [Fact]
    public void Add_OtherFolder_GoesBehindAndSearchesAreFoundAgain()
    {
        var first = Folder([Ask("氢能")], Clip("a", 0));
        var second = Folder(
            [Ask("储能"), Ask("氢能") with { Size = 7, Order = SearchOrder.Density }], Clip("b", 1), Clip("c", 0), Clip("d", null));

        var added = first.Add(second).Value!;

        Assert.Equal(["a", "b", "c", "d"], added.Clips.Select(clip => clip.Anchor));
        Assert.Equal(["氢能", "储能"], added.Searches.Select(search => search.Query));
        Assert.Equal([0, 0, 1, null], added.Clips.Select(clip => clip.Search));
    }

    [Fact]
    public void Add_PlaceThatIsInIt_KeepsWhatWasSaidOfIt()
    {
        var folder = Folder([], Clip("a", null) with { Note = "已注", Context = ClipContext.Entry });

        var added = folder.Add(Folder([Ask("氢能")], Clip("a", 0), Clip("a", 0) with { Hits = [new TextRange(9, 1)] }, Clip("a", 0))).Value!;

        Assert.Equal(2, added.Clips.Length);
        Assert.Equal("已注", added.Clips[0].Note);
    }

    [Fact]
    public void Add_OtherFilters_AreAnotherSearch()
    {
        var part = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add("part", new FacetSelection(["专栏"], []));

        var added = Folder([Ask("氢能")], Clip("a", 0)).Add(Folder([Ask("氢能") with { Filters = part }], Clip("b", 0))).Value!;

        Assert.Equal(2, added.Searches.Length);
    }

    [Fact]
    public void Add_AQuestionWithOtherWordsLeftOut_IsAnotherSearch()
    {
        var question = Ask("上海 养老 住房") with { Mode = QueryMode.Words };
        var without = question with { WordsOff = ["住房", "养老"] };

        var added = Folder([without], Clip("a", 0)).Add(
            Folder([question, question with { WithPlaces = false }], Clip("b", 0), Clip("c", 1))).Value!;
        var again = added.Add(Folder([question with { WordsOff = ["养老", "住房"] }], Clip("d", 0))).Value!;

        Assert.Equal([0, 1, 2, 0], again.Clips.Select(clip => clip.Search));
        Assert.Equal(3, again.Searches.Length);
    }

    [Fact]
    public void Add_MoreThanItHolds_IsAFaultAndNothingIsCut()
    {
        var full = new ClipFolder { Clips = [.. Enumerable.Range(0, ClipFolder.MaxClips).Select(number => Clip($"{number}", null))] };

        Assert.Equal("clips_full", full.Add(Folder([], Clip("x", null))).Fault!.Code);
        Assert.Equal(ClipFolder.MaxClips, full.Add(Folder([], Clip("7", null))).Value!.Clips.Length);
    }

    [Fact]
    public void Add_MoreSearchesThanItHolds_IsAFault()
    {
        var folder = ClipFolder.Empty;
        for (var number = 0; number < ClipFolder.MaxSearches; number++)
        {
            folder = folder.Add(Folder([Ask($"词{number}")], Clip($"{number}", 0))).Value!;
        }

        Assert.Equal("clips_full", folder.Add(Folder([Ask("又一个")], Clip("x", 0))).Fault!.Code);
    }

    [Theory]
    [InlineData(0, 1, "bac")]
    [InlineData(2, -1, "acb")]
    [InlineData(0, -1, "abc")]
    [InlineData(2, 1, "abc")]
    [InlineData(0, 2, "bca")]
    public void Move_Excerpt_StandsWhereItWasMoved(int index, int by, string order) =>
        Assert.Equal(
            order,
            string.Concat(Folder([], Clip("a", null), Clip("b", null), Clip("c", null)).Move(index, by).Clips.Select(clip => clip.Anchor)));

    [Fact]
    public void Remove_LastOfASearch_TakesTheSearchAlong()
    {
        var folder = Folder([Ask("氢能"), Ask("储能")], Clip("a", 0), Clip("b", 1), Clip("c", 1));

        var removed = folder.Remove(0);

        Assert.Equal(["储能"], removed.Searches.Select(search => search.Query));
        Assert.Equal([0, 0], removed.Clips.Select(clip => clip.Search));
    }

    private static SearchRequest Ask(string query) => new() { Query = query };

    private static Clip Clip(string anchor, int? search) => new() { Plan = "甲", Anchor = anchor, Words = "氢能", Search = search };

    private static ClipFolder Folder(ImmutableArray<SearchRequest> searches, params ImmutableArray<Clip> clips) =>
        new() { Searches = searches, Clips = clips };
}
