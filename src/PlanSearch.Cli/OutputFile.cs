namespace PlanSearch.Cli;

/// <summary>Writes an answer to a file that is either whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/> and renames at the end; what a fault left half written is removed.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        // A name that nobody has: a file of the user's, or of another run with the same --out, stays as it is.
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            await using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
