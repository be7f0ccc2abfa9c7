namespace PlanSearch.Corpus.Ingest;

/// <summary>
/// Counts the files of an ingest that only a program would read that is not installed: one line for each program, whatever the number of
/// its files.
/// </summary>
internal sealed class MissingPrograms
{
    private readonly SortedDictionary<string, int> _files = new(StringComparer.Ordinal);

    /// <summary>What to tell, by program; nothing when none is missing.</summary>
    public IEnumerable<string> Warnings =>
        _files.Select(program => $"本机没有安装 {program.Key}：{program.Value} 个文件要靠它读取，没有入库；安装后重新入库即可。");

    /// <summary>Takes the program that a file lacks; null when its failure has another reason.</summary>
    public void Take(string? program)
    {
        if (program is not null)
        {
            _files[program] = _files.GetValueOrDefault(program) + 1;
        }
    }
}
