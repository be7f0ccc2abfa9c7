using System.Globalization;
using System.Text;
using PlanSearch.Answers.Clips;

namespace PlanSearch.Export.Tables;

/// <summary>
/// A folder as plain text, to be pasted: number, aspect, excerpt, citation and note of each, and the 检索说明 at the end. UTF-8, CRLF.
/// </summary>
public static class ClipTextExport
{
    /// <summary>Writes it; <paramref name="output"/> stays open.</summary>
    public static async Task WriteAsync(ClipsAnswer answer, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(output);
        var text = new StringBuilder();
        foreach (var excerpt in answer.Excerpts)
        {
            var aspect = excerpt.Aspect.Length > 0 ? $"〔{excerpt.Aspect}〕" : "";
            Line(
                text,
                string.Create(
                    CultureInfo.InvariantCulture, $"{excerpt.Number}. {aspect}{(excerpt.IsFound ? excerpt.Text : excerpt.Absence)}"));
            Line(text, excerpt.Citation.Length > 0 ? $"（{excerpt.Citation}）" : "");
            Line(text, excerpt.Note.Length > 0 ? $"注：{excerpt.Note}" : "");
            text.Append("\r\n");
        }

        foreach (var fact in ClipFacts.OfFolder(answer)
            .Concat(answer.Searches.SelectMany(ClipFacts.OfSearch))
            .Where(fact => fact[1].Length > 0))
        {
            Line(text, string.Join('：', fact));
        }

        // A lone surrogate has no UTF-8; it is written as the character for what cannot be.
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0)
        {
            text.Append(line.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");
        }
    }
}
