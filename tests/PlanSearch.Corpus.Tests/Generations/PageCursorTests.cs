using System.Collections.Immutable;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Scan;

namespace PlanSearch.Corpus.Tests.Generations;

public sealed class PageCursorTests : IDisposable
{
    private static readonly SearchRequest Request = InventedCollection.Ask("氢能") with { Size = 1 };

    private readonly ScanPlanIndex _index = new();
    private readonly PlanCollection _corpus;

    public PageCursorTests()
    {
        Publish("氢能一");
        _corpus = PlanCollection.Open(InventedCollection.Options, () => _index);
    }

    public static TheoryData<string> Garbage => ["x", "氢能", "AAAA", "!!!!", new string('A', 34), new string('A', 4_000), "AQ=="];

    [Theory]
    [MemberData(nameof(Garbage))]
    public void Search_GarbageAsCursor_IsInvalid(string cursor) =>
        Assert.Equal("cursor_invalid", _corpus.Search(Request with { Cursor = cursor }, default).Fault!.Code);

    [Fact]
    public void Search_EverySingleCharacterChanged_IsInvalidOrGone()
    {
        var cursor = _corpus.Search(Request, default).Value!.Next!;
        for (var i = 0; i < cursor.Length; i++)
        {
            var changed = string.Concat(cursor.AsSpan(0, i), cursor[i] == 'A' ? "B" : "A", cursor.AsSpan(i + 1));
            var fault = _corpus.Search(Request with { Cursor = changed }, default).Fault;
            Assert.True(fault is null or { Code: "cursor_invalid" or "cursor_gone" });
        }
    }

    [Fact]
    public void Search_CursorOfAnotherRequest_IsInvalid()
    {
        var cursor = _corpus.Search(Request, default).Value!.Next;
        var filtered = Request with
        {
            Filters = ImmutableSortedDictionary<string, FacetSelection>.Empty.Add(
            "plan", new FacetSelection(["氢能一"], []))
        };

        Assert.NotNull(cursor);
        Assert.Equal("cursor_invalid", _corpus.Search(Request with { Query = "示范", Cursor = cursor }, default).Fault!.Code);
        Assert.Equal(
            "cursor_invalid", _corpus.Search(Request with { Order = SearchOrder.Relevance, Cursor = cursor }, default).Fault!.Code);
        Assert.Equal("cursor_invalid", _corpus.Search(filtered with { Cursor = cursor }, default).Fault!.Code);
        Assert.Equal("cursor_invalid", _corpus.Mentions(Request with { Cursor = cursor }, default).Fault!.Code);
    }

    [Fact]
    public void Search_CursorWithAnotherSize_GoesOnWhereThePageEnded()
    {
        var cursor = _corpus.Search(Request, default).Value!.Next;

        var page = _corpus.Search(Request with { Size = 50, Cursor = cursor }, default).Value!;

        Assert.Equal((2, null), (page.Hits.Length, page.Next));
    }

    [Fact]
    public void Search_CursorOfAnOlderGenerationThatIsKept_IsAnsweredFromIt()
    {
        var first = _corpus.Search(Request, default).Value!;
        Publish("氢能二");
        Assert.Equal(6, _corpus.Search(Request, default).Value!.Certificate.Records);

        var second = _corpus.Search(Request with { Cursor = first.Next }, default).Value!;
        var third = _corpus.Search(Request with { Cursor = second.Next }, default).Value!;

        Assert.Equal((first.Certificate.Generation, 3L), (third.Certificate.Generation, third.Certificate.Records));
        Assert.Null(third.Next);
    }

    [Fact]
    public void Search_CursorOfAGenerationThatIsGone_SaysWhichAndWhy()
    {
        var cursor = _corpus.Search(Request, default).Value!.Next;
        Publish("氢能二");
        Publish("氢能三");

        var fault = _corpus.Search(Request with { Cursor = cursor }, default).Fault!;

        Assert.Equal("cursor_gone", fault.Code);
        Assert.Contains("版本1，现在是版本3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Search_CursorOfAnIndexThatWasBuiltAnew_IsGone()
    {
        var cursor = _corpus.Search(Request, default).Value!.Next;
        using var other = new PageCursorTests();
        Assert.NotNull(other._corpus.Search(Request, default).Value!.Next);

        Assert.Equal("cursor_gone", other._corpus.Search(Request with { Cursor = cursor }, default).Fault!.Code);
    }

    public void Dispose() => _corpus.Dispose();

    private void Publish(string id) => InventedCollection.Publish(_index, InventedCollection.Manifest, [InventedCollection.Built(
        new HandMadePlan(id).Heading("第一章").Paragraph("氢能").Heading("第二章").Paragraph("氢能").Heading("第三章").Paragraph("氢能示范"))]);
}
