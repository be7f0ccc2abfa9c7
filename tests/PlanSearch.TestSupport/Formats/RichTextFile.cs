using System.Text;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Writes lines as RTF: a paragraph a line, every character by its number.</summary>
public static class RichTextFile
{
    /// <summary>The bytes of the file.</summary>
    public static byte[] Write(IEnumerable<string> lines)
    {
        var text = new StringBuilder("{\\rtf1\\ansi\\uc1\n");
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            text.Append("\\pard ");
            foreach (var letter in line)
            {
                text.Append(letter == '\t' ? "\\tab " : $"\\u{(short)letter}?");
            }

            text.Append("\\par\n");
        }

        return Encoding.ASCII.GetBytes(text.Append('}').ToString());
    }
}
