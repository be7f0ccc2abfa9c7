namespace PlanSearch.Cli;

/// <summary>Writes an answer to a file that is either whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/> and renames at the end; what a fault left half written is removed.</summary>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var part = path + ".part";
        try
        {
            await using (var stream = File.Create(part))
            {
                await write(stream);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
