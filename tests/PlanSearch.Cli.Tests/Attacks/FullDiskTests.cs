using System.Net;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Storage;
using Xunit.Abstractions;

namespace PlanSearch.Cli.Tests.Attacks;

/// <summary>
/// A disk that fills up while plans are added: what was refused is not searched, what was taken is, and room is all it needs to go on.
/// </summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int MaxPlans = 400;

    [MountFact]
    public async Task Add_UntilTheDiskIsFull_RefusesByNameAndSearchesWhatItTook()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        using var disk = new SmallDisk($"size={random.Next(4_000, 7_000)}k");
        var plans = Path.Combine(disk.Path, "plans");
        Directory.CreateDirectory(plans);
        await using var service = await ServiceProcess.StartAsync(plans, Path.Combine(disk.Path, "index"));
        var (taken, refused) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        for (var number = 0; number < MaxPlans && refused.Count < 12; number++)
        {
            var id = $"p{number:D3}";
            var (status, answer) = await service.AddAsync(id, TextOf(id, random));
            (status == HttpStatusCode.Created ? taken : refused).Add(id);
            Assert.True(
                status == HttpStatusCode.Created
                    || (status == HttpStatusCode.InsufficientStorage && answer.Contains("disk_full", StringComparison.Ordinal)),
                $"{id}: {status} {answer}");
        }

        output.WriteLine($"{taken.Count} taken, {refused.Count} refused");
        Assert.True(taken.Count > 5 && refused.Count == 12);
        Assert.Equal(taken, await service.SayingAsync("氢能示范"));
        Assert.Equal(
            taken,
            Directory.EnumerateFiles(plans, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

        disk.Remount("size=24m");
        Assert.Equal(HttpStatusCode.Created, (await service.AddAsync(refused.Min!, TextOf(refused.Min!, random))).Status);
        taken.Add(refused.Min!);
        Assert.Equal(taken, await service.SayingAsync("氢能示范"));
    }

    private static string TextOf(string id, Random random) =>
        $"{id}县国民经济和社会发展第十四个五年规划纲要\n\n第一章 任务\n\n推进氢能示范。\n\n"
        + string.Concat(
            Enumerable.Range(0, random.Next(20, 200)).Select(_ => $"建设第{random.Next(100_000)}号工程，投资{random.Next(100_000)}万元。\n\n"));
}
