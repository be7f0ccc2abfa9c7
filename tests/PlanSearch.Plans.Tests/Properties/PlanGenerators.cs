using FsCheck;
using FsCheck.Fluent;
using PlanSearch.Plans.Tests.Labels;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Properties;

/// <summary>Sources that no one wrote: any code points, any bytes, and the lines of plans cut and shuffled.</summary>
internal static class PlanGenerators
{
    // Lines of plans in many manners; what is cut out of them and put together anew meets every rule where it does not expect it.
    private static readonly string[] Fragments =
    [
        .. Repository.SamplePlanFiles.SelectMany(File.ReadAllLines),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "labelled"), "*.txt")
            .SelectMany(path => LabelledPlan.Read(path).Text.Split('\n')),
    ];

    /// <summary>Lines of any code points, halves of surrogate pairs and controls among them.</summary>
    public static Arbitrary<string[]> AnyLines { get; } = Lines(
        Gen.ArrayOf(Gen.Choose(0, 0xFFFF).Select(unit => (char)unit)).Select(units => new string(units)));

    /// <summary>Lines of plans, whole, cut in two, or two run together.</summary>
    public static Arbitrary<string[]> ShuffledPlans { get; } = Lines(Gen.OneOf(
        Gen.Elements(Fragments),
        from line in Gen.Elements(Fragments) from cut in Gen.Choose(0, line.Length) select line[cut..],
        from line in Gen.Elements(Fragments) from cut in Gen.Choose(0, line.Length) select line[..cut],
        from line in Gen.Elements(Fragments) from next in Gen.Elements(Fragments) select line + next));

    /// <summary>A stretch of one plan after a stretch of another, as a file that was put together wrongly has it.</summary>
    public static Arbitrary<string[]> SplicedPlans { get; } = Arb.From(
        from first in Gen.Choose(0, Fragments.Length - 1)
        from second in Gen.Choose(0, Fragments.Length - 1)
        from length in Gen.Choose(1, 60)
        select (string[])[.. Fragments.Skip(first).Take(length), .. Fragments.Skip(second).Take(length)],
        Fewer);

    /// <summary>Any bytes, and text in a known encoding with some of them changed.</summary>
    public static Arbitrary<byte[]> AnyBytes { get; } = Gen.OneOf(
        Gen.ArrayOf(Gen.Choose(0, 255).Select(value => (byte)value)),
        from lines in Gen.ArrayOf(Gen.Elements(Fragments))
        from encoding in Gen.Elements(System.Text.Encoding.UTF8, System.Text.Encoding.Unicode, System.Text.Encoding.BigEndianUnicode)
        from at in Gen.Choose(0, int.MaxValue)
        from value in Gen.Choose(0, 255)
        select Change(encoding.GetBytes(string.Join('\n', lines)), at, (byte)value)).ToArbitrary();

    private static Arbitrary<string[]> Lines(Gen<string> line) => Arb.From(Gen.ArrayOf(line), Fewer);

    private static byte[] Change(byte[] bytes, int at, byte value)
    {
        if (bytes.Length > 0)
        {
            bytes[at % bytes.Length] = value;
        }

        return bytes;
    }

    // A failure is shown with as few lines as it needs, each as short as it may be.
    private static IEnumerable<string[]> Fewer(string[] lines)
    {
        if (lines.Length > 1)
        {
            yield return lines[..(lines.Length / 2)];
            yield return lines[(lines.Length / 2)..];
        }

        for (var i = 0; i < lines.Length; i++)
        {
            yield return [.. lines[..i], .. lines[(i + 1)..]];
            if (lines[i].Length > 1)
            {
                yield return [.. lines[..i], lines[i][..(lines[i].Length / 2)], .. lines[(i + 1)..]];
                yield return [.. lines[..i], lines[i][(lines[i].Length / 2)..], .. lines[(i + 1)..]];
            }
        }
    }
}
