using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Cli.Tests.Attacks;

/// <summary>
/// A service that is killed while it is written to: what it acknowledged is there, what it did not is there whole or not at all.
/// </summary>
public sealed class KilledServiceTests(ITestOutputHelper output) : IDisposable
{
    private const int Plans = 4;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Write_ServiceKilledAtAnyMoment_LosesNoAnsweredWrite()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        var (plans, index) = (_folder.At("plans"), _folder.At("index"));
        Directory.CreateDirectory(plans);

        // One that stays, so that no write takes the last plan of the folder.
        await File.WriteAllTextAsync(Path.Combine(plans, "steady.txt"), TextOf("steady", "不变"));
        var answered = new Dictionary<string, string?>();
        var (writes, kills) = (0, Effort.Of(6, 70));
        var service = await ServiceProcess.StartAsync(plans, index);
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                using var changes = new FileChanges(_folder.Path);
                var untilKilled = random.Next(1, 4);
                var (id, words, isAnswered) = ("", (string?)null, true);
                for (var write = 0; isAnswered; write++)
                {
                    if (write == untilKilled)
                    {
                        // In the middle of what it does to its files, which the writes before tell the number of.
                        changes.At(random.Next(1, Math.Max(2, 2 * changes.Count / write)), service.Kill);
                    }

                    id = $"p{random.Next(Plans)}";
                    var isNew = answered.GetValueOrDefault(id) is null;
                    words = !isNew && random.Next(4) == 0 ? null : Words(writes++);
                    var status = await service.WriteAsync(id, words is null ? null : TextOf(id, words), isNew);
                    Assert.True(status is null || (int)status is >= 200 and < 300, $"{id} {words}: {status}");
                    isAnswered = status is not null;
                    if (isAnswered)
                    {
                        answered[id] = words;
                    }
                }

                await service.DisposeAsync();
                service = await ServiceProcess.StartAsync(plans, index);
                answered[id] = await AssertHoldsAsync(service, answered, id, words);
            }
        }
        finally
        {
            await service.DisposeAsync();
        }

        output.WriteLine($"{kills} kills, {writes} writes, {kills} of them cut off");
    }

    /// <summary>Every plan says the words of the last write that was answered; the one that was cut off those or its new ones.</summary>
    /// <returns>What the one that was cut off says.</returns>
    private static async Task<string?> AssertHoldsAsync(
        ServiceProcess service, Dictionary<string, string?> answered, string cut, string? wanted)
    {
        Assert.Equal(["steady"], await service.SayingAsync("不变"));
        var said = await service.SayingAsync("标记");
        Assert.Equal(said.Distinct(), said);
        foreach (var (id, words) in answered.Where(plan => plan.Key != cut))
        {
            Assert.Equal(words is not null, said.Contains(id));
            Assert.Equal(words is null ? [] : [id], words is null ? [] : await service.SayingAsync(words));
        }

        var before = answered.GetValueOrDefault(cut);
        foreach (var words in new[] { before, wanted }.OfType<string>())
        {
            if ((await service.SayingAsync(words)).SequenceEqual([cut]))
            {
                return words;
            }
        }

        Assert.True(before is null || wanted is null, $"{cut} says neither {before} nor {wanted}");
        Assert.DoesNotContain(cut, said);
        return null;
    }

    // Numbers in Han characters, ended, so that none is found in another.
    private static string Words(int number) => $"标记{string.Concat($"{number}".Select(digit => "零一二三四五六七八九"[digit - '0']))}号";

    private static string TextOf(string id, string words) => $"{id}县国民经济和社会发展第十四个五年规划纲要\n\n第一章 任务\n\n{words}。发展氢能。\n";
}
