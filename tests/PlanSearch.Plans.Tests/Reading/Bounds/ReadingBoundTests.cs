using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Reading.Bounds;

/// <summary>Small files that would eat the machine are refused by the name of a bound, and no real file comes near one.</summary>
public sealed class ReadingBoundTests(ITestOutputHelper output)
{
    private const int Times = 20;

    public static TheoryData<string> Kinds => [.. HostileFiles.Kinds.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_FileFarOverItsBound_IsRefusedByName(string kind)
    {
        var failure = PlanReader.Read(HostileFiles.Kinds[kind](12)).Failure;

        output.WriteLine($"{kind}: {failure?.Message}");
        Assert.NotNull(failure);
        if (failure.Code != ReadFailureCode.Unsafe)
        {
            Assert.Contains(
                ReadingBound.All, bound => bound.Name == failure.Bound && failure.Message.Contains(bound.Name, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_FileBelowItsBound_IsRead(string kind)
    {
        var failure = PlanReader.Read(HostileFiles.Kinds[kind](0.9)).Failure;

        // Blanks alone are no plan, however many.
        Assert.True(failure is null or { Code: ReadFailureCode.Empty }, failure?.Message);
    }

    [SharedPlansFact]
    public void Bounds_RealFiles_LeaveTwentyTimesTheirLargest()
    {
        var files = Directory.EnumerateFiles(Repository.SharedPlans)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.SharedFolder, "elsewhere")))
            .ToList();
        var largest = ReadingBound.All.ToDictionary(bound => bound, _ => 0L);
        foreach (var bytes in files.Where(file => Path.GetExtension(file) != ".tsv").Select(File.ReadAllBytes))
        {
            See(ReadingBound.FileBytes, bytes.Length);
            if (PlanReader.Read(bytes).Source is not { } source || !IsChinese(source))
            {
                continue;
            }

            See(ReadingBound.TextBytes, source.Encoding == "unicode" ? 0 : bytes.Length);
            See(ReadingBound.Characters, source.Lines.Sum(line => line.Length + 1));
            See(ReadingBound.Lines, source.Lines.Length);
            See(ReadingBound.ShortLines, source.Lines.Count(line => ReadingBound.IsShort(line)));
            See(ReadingBound.LineLength, source.Lines.Max(line => line.Length));
            See(ReadingBound.Cells, source.Lines.Sum(line => line.Count(letter => letter == '\t')));
            See(ReadingBound.Elements, source.Format == "HTML" ? System.Text.Encoding.UTF8.GetString(bytes).Split('<').Length : 0);
            See(ReadingBound.Pages, source.Pages.IsEmpty ? 0 : source.Pages.Max());
            See(
                ReadingBound.Words,
                source.Format == "PDF" ? source.Lines.Sum(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) : 0);
        }

        Assert.NotEmpty(files);
        foreach (var (bound, most) in largest)
        {
            output.WriteLine($"{bound.Name}: {most} at most in {files.Count} files, bound {bound.Value}");
            Assert.True(bound.Value >= Times * most, bound.Name);
        }

        // A paper in two columns of English is there for its fonts, and no plan.
        static bool IsChinese(SourceText source) =>
            source.Lines.Sum(line => line.Count(letter => letter is >= '\u4E00' and <= '\u9FFF'))
                > source.Lines.Sum(line => line.Length) / 4;

        void See(ReadingBound bound, long count) => largest[bound] = Math.Max(largest[bound], count);
    }

    [Fact]
    public void Read_NobodyWaits_Ends()
    {
        using var gone = new CancellationTokenSource();
        gone.Cancel();

        Assert.Throws<OperationCanceledException>(() => PlanReader.Read("第一章 总则\n"u8, gone.Token));
    }

    [Fact]
    public void Bounds_Names_AreEachTheirOwn() =>
        Assert.Equal(ReadingBound.All.Length, ReadingBound.All.Select(bound => bound.Name).Distinct(StringComparer.Ordinal).Count());
}
