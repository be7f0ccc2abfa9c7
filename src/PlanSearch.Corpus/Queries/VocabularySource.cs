namespace PlanSearch.Corpus.Queries;

/// <summary>The vocabulary of a collection, read at the first call; topics.yaml anew whenever it is another file than the one that was read.</summary>
/// <remarks>Safe for any number of threads. A change that cannot be read leaves the topics before in force, and <see cref="Fault"/> says why.</remarks>
/// <param name="options">Where the files lie.</param>
internal sealed class VocabularySource(CorpusOptions options)
{
    private readonly Lock _lock = new();
    private Reading? _reading;

    /// <summary>Why topics.yaml as it is now is not in force; null when it is.</summary>
    public string? Fault => Volatile.Read(ref _reading)?.Fault;

    /// <exception cref="InvalidDataException">topics.yaml cannot be read, and there are no topics from before.</exception>
    public Vocabulary Current
    {
        get
        {
            var file = FileState.Of(options.TopicsFile);
            if (Volatile.Read(ref _reading) is { } known && known.File == file)
            {
                return known.Vocabulary;
            }

            lock (_lock)
            {
                var reading = _reading?.File == file ? _reading : Read(file, _reading?.Vocabulary);
                Volatile.Write(ref _reading, reading);
                return reading.Vocabulary;
            }
        }
    }

    private Reading Read(FileState file, Vocabulary? before)
    {
        try
        {
            var topics = TopicCatalog.LoadFile(file.Path);
            return new Reading(file, new Vocabulary(topics, before?.Lexicon ?? Lexicon.Load(options.ReferenceDirectory)), null);
        }
        catch (Exception fault) when (before is not null && (fault is InvalidDataException or IOException))
        {
            return new Reading(file, before, $"专题文件有误，沿用改动之前的专题：{fault.Message}");
        }
    }

    private sealed record Reading(FileState File, Vocabulary Vocabulary, string? Fault);

    /// <summary>What tells a file from what it was before; a rename brings another time.</summary>
    private readonly record struct FileState(string Path, long Length, DateTime WrittenAt)
    {
        public static FileState Of(string path)
        {
            var file = new FileInfo(path);
            return file.Exists ? new FileState(path, file.Length, file.LastWriteTimeUtc) : new FileState(path, -1, default);
        }
    }
}
