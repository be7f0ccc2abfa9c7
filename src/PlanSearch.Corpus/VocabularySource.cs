using System.Collections.Immutable;
using PlanSearch.Queries.Words;

namespace PlanSearch.Corpus;

/// <summary>
/// The vocabulary of a collection, read at the first call; topics.yaml anew whenever it is another file than the one that was read.
/// </summary>
/// <remarks>
/// Safe for any number of threads. Where topics.yaml cannot be read, the topics before it stay in force, at the start those that come with
/// the program; without a lexicon or paraphrases there are no words of them, without the characters nothing is taken for misspelt.
/// <see cref="Faults"/> says so.
/// </remarks>
/// <param name="options">Where the files lie.</param>
internal sealed class VocabularySource(CorpusOptions options)
{
    private readonly Lock _lock = new();
    private readonly Lazy<(Lexicon Words, string? Fault)> _lexicon = new(() => Read(
        () => Lexicon.Load(options.ReferenceDirectory), Lexicon.Empty, "词表有误，没有采用；检索照旧，没有词语方面的建议"));

    private readonly Lazy<(Paraphrases Words, string? Fault)> _paraphrases = new(() => Read(
        () => Paraphrases.Load(options.ReferenceDirectory), Paraphrases.Empty, "换说法的词表（paraphrases.yaml）有误，没有采用；相关检索只按问句自己的词"));
    private readonly Lazy<(Hanzi Characters, string? Fault)> _hanzi = new(() => Read(
        () => Hanzi.Load(options.ReferenceDirectory), Hanzi.Empty, "字表有误，没有采用；检索照旧，不问“您要找的是不是”"));

    private TopicsAsRead? _reading;

    /// <summary>The topics and words that are in force.</summary>
    public Vocabulary Current => Now.Vocabulary;

    /// <summary>How characters sound and look; read once.</summary>
    public Hanzi Hanzi => _hanzi.Value.Characters;

    /// <summary>Why topics.yaml as it is now is not in force; null when it is.</summary>
    public string? TopicsFault => Now.Fault;

    /// <summary>What is wrong with the files, in Chinese.</summary>
    public ImmutableArray<string> Faults =>
        [.. new[] { TopicsFault, _lexicon.Value.Fault, _paraphrases.Value.Fault, _hanzi.Value.Fault }.OfType<string>()];

    private TopicsAsRead Now
    {
        get
        {
            var file = FileState.Of(options.TopicsFile);
            if (Volatile.Read(ref _reading) is { } known && known.File == file)
            {
                return known;
            }

            lock (_lock)
            {
                var reading = _reading?.File == file ? _reading : Read(file, _reading?.Vocabulary);
                Volatile.Write(ref _reading, reading);
                return reading;
            }
        }
    }

    private TopicsAsRead Read(FileState file, Vocabulary? before)
    {
        var (topics, fault) = ReadTopics(file.Path);
        if (topics is not null)
        {
            return new TopicsAsRead(file, With(topics), null);
        }

        if (before is not null)
        {
            return new TopicsAsRead(file, before, $"专题文件有误，沿用改动之前的专题：{fault}");
        }

        var (own, _) = file.Path == options.ProgramTopicsFile ? default : ReadTopics(options.ProgramTopicsFile);
        return new TopicsAsRead(
            file,
            With(own ?? TopicCatalog.Empty),
            $"专题文件有误，{(own is null ? "没有专题可用" : "改用程序自带的专题")}：{fault}");
    }

    private static (TopicCatalog? Topics, string? Fault) ReadTopics(string path)
    {
        try
        {
            return (TopicCatalog.LoadFile(path), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (null, fault.Message);
        }
    }

    private Vocabulary With(TopicCatalog topics) => new(topics, _lexicon.Value.Words) { Paraphrases = _paraphrases.Value.Words };

    private static (T Words, string? Fault) Read<T>(Func<T> read, T nothing, string message)
    {
        try
        {
            return (read(), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return (nothing, $"{message}：{fault.Message}");
        }
    }

    private sealed record TopicsAsRead(FileState File, Vocabulary Vocabulary, string? Fault);

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
