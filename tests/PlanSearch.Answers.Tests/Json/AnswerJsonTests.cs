using System.Text.Json;
using PlanSearch.Answers.Json;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;
using PlanSearch.TestSupport;

namespace PlanSearch.Answers.Tests.Json;

public sealed class AnswerJsonTests : IDisposable
{
    private readonly PlanCollection _corpus = InventedCollection.Open(InventedCollection.Built(
        new HandMadePlan("甲").Aside(BlockKind.Contents, "目录").Heading("第一章").Paragraph("发展<氢能>'")));

    [Fact]
    public void Options_SearchAnswer_IsCamelCaseWithHanAsItIs()
    {
        var json = JsonSerializer.Serialize(_corpus.Search(InventedCollection.Ask("氢能"), default).Value!, AnswerJson.Options);

        Assert.StartsWith("{\"certificate\":{\"query\":\"氢能\",\"inWords\":\"含“氢能”\"", json, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"发展<氢能>'\"", json, StringComparison.Ordinal);
        Assert.Contains("\"marks\":[[3,2]]", json, StringComparison.Ordinal);
        Assert.Contains("\"score\":null", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_EveryKindOfAnswer_IsPrinted()
    {
        var request = InventedCollection.Ask("氢能");
        string[] printed =
        [
            JsonSerializer.Serialize(_corpus.Mentions(request, default).Value!, AnswerJson.Options),
            JsonSerializer.Serialize(_corpus.Read("甲", request, default).Value!, AnswerJson.Options),
            JsonSerializer.Serialize(_corpus.Ledger("甲").Value!, AnswerJson.Options),
            JsonSerializer.Serialize(_corpus.Plans, AnswerJson.Options),
            JsonSerializer.Serialize(_corpus.Status, AnswerJson.Options),
            JsonSerializer.Serialize(_corpus.Read("乙", request, default).Fault!, AnswerJson.Options),
        ];

        Assert.All(printed, json => JsonDocument.Parse(json).Dispose());
        Assert.Contains("\"kind\":\"toc\"", printed[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Options_KindAsKey_IsItsName()
    {
        var ledger = _corpus.Ledger("甲").Value!;
        ledger = ledger with { Parse = ledger.Parse with { CharactersByKind = ledger.Parse.CharactersByKind.Add(BlockKind.BoxEntry, 7) } };

        var json = JsonSerializer.Serialize(ledger, AnswerJson.Options);

        Assert.Contains("\"charactersByKind\":{\"box_entry\":7}", json, StringComparison.Ordinal);
        var read = JsonSerializer.Deserialize<PlanLedger>(json, AnswerJson.Options)!;
        Assert.Equal(7, read.Parse.CharactersByKind[BlockKind.BoxEntry]);
    }

    public void Dispose() => _corpus.Dispose();
}
