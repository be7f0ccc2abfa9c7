using System.Globalization;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.TestSupport.Formats;

namespace PlanSearch.Plans.Tests.Reading.Bounds;

/// <summary>
/// What the tests start as a process of its own: reads and parses one file, and says what became of it and the most memory it took.
/// </summary>
internal static class ChildProgram
{
    private const string Peak = "VmHWM:";

    public static int Main(string[] args)
    {
        // Whatever a process needs to read anything at all is no memory of the file.
        Read("<html><body><p>第一章 总则</p><table><tr><td>站</td><td>12</td></tr></table></body></html>"u8);
        Read("# 一\n\n# 二\n\n| 站 | 12 |\n| -- | -- |\n"u8);
        Read(WordFile.Write(PlanPiece.Of(["第一章 总则", "发展氢能。"])));
        Read(OfdFile.Write(PrintedPlan.Of(PlanPiece.Of(["第一章 总则", "发展氢能。"]))));
        Read(PdfFile.Write(PrintedPlan.Of(PlanPiece.Of(["第一章 总则", "发展氢能。"]))));
        var before = PeakBytes();
        var read = Read(File.ReadAllBytes(args[0]));
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{PeakBytes() - before} {read}"));
        return 0;
    }

    private static string Read(ReadOnlySpan<byte> bytes)
    {
        var (source, failure) = PlanReader.Read(bytes);
        return source is null ? failure!.Bound ?? failure.Code.ToString() : $"blocks={PlanParser.Parse(source).Blocks.Length}";
    }

    private static long PeakBytes() =>
        long.Parse(
            File.ReadLines("/proc/self/status").First(line => line.StartsWith(Peak, StringComparison.Ordinal))[Peak.Length..].Replace(
                "kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture) * 1024;
}
