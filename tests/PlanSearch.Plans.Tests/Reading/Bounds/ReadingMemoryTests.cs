using System.Diagnostics;
using System.Globalization;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Reading.Bounds;

/// <summary>No file takes more than 30 times its size and 50 MB to be read and parsed, measured in a process of its own.</summary>
public sealed class ReadingMemoryTests(ITestOutputHelper output)
{
    private const long FreeBytes = 50_000_000;
    private const int MostTimes = 30;

    // As much as the bounds let in, and far more; a part of the kinds in every run, all with PLANSEARCH_LONG=1.
    private static readonly double[] Sizes = [0.98, 12];
    private static readonly string[] Usual =
        ["lines", "boxes", "longer rows of two", "cells of a page", "rows of Markdown", "table of Word", "steps of OFD"];

    public static TheoryData<string, double> Files
    {
        get
        {
            var files = new TheoryData<string, double>();
            foreach (var kind in HostileFiles.Kinds.Keys.Where(kind => Effort.IsLong || Usual.Contains(kind)))
            {
                foreach (var size in Sizes)
                {
                    files.Add(kind, size);
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_HostileFile_TakesBoundedMemory(string kind, double size)
    {
        if (!OperatingSystem.IsLinux())
        {
            output.WriteLine("The most memory a process took is read from /proc, which only Linux has.");
            return;
        }

        var bytes = HostileFiles.Kinds[kind](size);
        var (peak, said) = Measure(bytes);
        var most = FreeBytes + (MostTimes * (long)bytes.Length);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind} × {size}: {bytes.Length / 1e6:F2} MB took {peak / 1e6:F0} MB ({(peak - FreeBytes) / (double)bytes.Length:F1} times the file above 50 MB), {said}"));
        Assert.True(peak <= most, $"{kind}: {peak} bytes for a file of {bytes.Length}, {said}");
    }

    private static (long Peak, string Said) Measure(byte[] bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("plan"), bytes);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ChildProgram).Assembly.Location, folder.At("plan")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        var said = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        var words = said.Split(' ', 2);
        return (long.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }
}
