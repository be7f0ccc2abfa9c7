using System.Text;

namespace PlanSearch.Cli;

/// <summary>Writes an answer to a file that is either whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/> and renames at the end; what a fault left half written is removed.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        var part = path + ".part";
        try
        {
            using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            {
                write(writer);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
