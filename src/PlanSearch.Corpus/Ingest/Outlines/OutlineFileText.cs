using System.Globalization;
using System.Text;
using PlanSearch.Corpus.Ingest.Metadata;

namespace PlanSearch.Corpus.Ingest.Outlines;

/// <summary>An <see cref="OutlineFile"/> as the text of its file: the inverse of <see cref="OutlineFileReader"/>.</summary>
internal static class OutlineFileText
{
    /// <summary>The bytes of the file: a key a line, so that two versions of it can be compared line by line.</summary>
    public static byte[] Write(OutlineFile file)
    {
        var text = new StringBuilder();
        if (!file.Corrections.IsEmpty)
        {
            text.Append(OutlineKeys.Corrections).Append(":\n");
        }

        foreach (var correction in file.Corrections)
        {
            YamlWords.Quote(text.Append("  - ").Append(OutlineKeys.Line).Append(": "), correction.Line.Words).Append('\n');
            if (correction.Line.Ordinal > 1)
            {
                Add(text, OutlineKeys.Occurrence, correction.Line.Ordinal.ToString(CultureInfo.InvariantCulture));
            }

            Add(text, OutlineKeys.Is, OutlineKeys.Roles[(int)correction.Role]);
            if (correction.Depth > 0)
            {
                Add(text, OutlineKeys.Depth, correction.Depth.ToString(CultureInfo.InvariantCulture));
            }

            AddSignature(text, correction.By, correction.At);
        }

        if (!file.Confirmations.IsEmpty)
        {
            text.Append(OutlineKeys.Confirmed).Append(":\n");
        }

        foreach (var confirmation in file.Confirmations)
        {
            text.Append("  - ").Append(OutlineKeys.Part).Append(": ").Append(OutlineKeys.Parts[(int)confirmation.Part]).Append('\n');
            AddSignature(text, confirmation.By, confirmation.At);

            // In quotes: digits alone would be a number to other readers.
            Add(text, OutlineKeys.Text, $"\"{confirmation.Text}\"");
            Add(text, OutlineKeys.Content, $"\"{confirmation.Content}\"");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AddSignature(StringBuilder text, string by, string at)
    {
        YamlWords.Quote(text.Append("    ").Append(OutlineKeys.By).Append(": "), by).Append('\n');
        Add(text, OutlineKeys.At, at);
    }

    private static void Add(StringBuilder text, string key, string value) =>
        text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
}
