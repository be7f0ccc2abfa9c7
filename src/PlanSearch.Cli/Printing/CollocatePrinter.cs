using System.Globalization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Mentions;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints the words around mentions for people.</summary>
internal static class CollocatePrinter
{
    private const string Edge = "（句读或边界）";

    /// <summary>
    /// The proof, then the words before, after and near, a line each: the word, its mentions there, its occurrences in the plans,
    /// log-likelihood.
    /// </summary>
    public static void Print(Certificate certificate, WordCompany company, TextWriter writer)
    {
        CertificatePrinter.Print(certificate, writer);
        writer.WriteLine($"看了 {company.LookedAt} 处；各行依次为词、在这里几处、在所查规划里几处（含在更长的词里的）、对数似然值（{WordCompany.Significant} 以上，偶然的可能不到 1%）");
        Print("前接", company.Left, writer);
        Print("后接", company.Right, writer);
        Print("同句附近（20 字以内）", new WordSide(company.Near, 0), writer);
    }

    private static void Print(string title, WordSide side, TextWriter writer)
    {
        writer.WriteLine();
        writer.WriteLine($"{title}：");
        foreach (var word in side.Words)
        {
            var compared = word.Word.Length == 0
                ? ""
                : $"\t{word.InPlans}\t{word.LogLikelihood.ToString("0.0", CultureInfo.InvariantCulture)}";
            writer.WriteLine($"  {(word.Word.Length == 0 ? Edge : word.Word)}\t{word.Mentions}{compared}");
        }

        if (side.Others > 0)
        {
            writer.WriteLine($"  其余\t{side.Others}");
        }
    }
}
