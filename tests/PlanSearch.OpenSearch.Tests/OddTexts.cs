using System.Text;
using PlanSearch.TestSupport;

namespace PlanSearch.OpenSearch.Tests;

/// <summary>Texts that are made to go wrong.</summary>
internal static class OddTexts
{
    // Few characters, so that they repeat and overlap; runs, both widths, both scripts, half pairs, private use, cells, titles, sentences.
    private static readonly string[] Units =
    [
        "氢", "能", "源", "新", "展", "展", "發", "发", "5", "G", "g", "５", "1", "\t", " ", "，", "。", "《", "》",
        "\U00020000", "\U0002A6D6", "\uE000", "\uF8FF", "\uF8FD", "…",
    ];

    /// <summary>A plan of so many of them, and one that is set aside.</summary>
    public static HandMadePlan PlanOf(int number, int texts, Random random)
    {
        var plan = new HandMadePlan($"plan {number}").Aside(Plans.BlockKind.Contents, Of(random, 20));
        for (var text = 0; text < texts; text++)
        {
            plan = random.Next(6) switch
            {
                0 => plan.Heading(Of(random, 1 + random.Next(12))),
                1 => plan.Row(Cell(random, 1 + random.Next(6)), Cell(random, 1 + random.Next(6))),
                _ => plan.Paragraph(Of(random, 1 + random.Next(40))),
            };
        }

        return plan;
    }

    /// <summary>Without the end of a cell.</summary>
    public static string Cell(Random random, int length) => Of(random, length).Replace('\t', '氢');

    /// <summary>So many units of it.</summary>
    public static string Of(Random random, int length)
    {
        var text = new StringBuilder();
        for (var unit = 0; unit < length; unit++)
        {
            text.Append(Units[random.Next(Units.Length)]);
        }

        return text.ToString();
    }
}
