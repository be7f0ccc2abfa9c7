using PlanSearch.Index.Embedded;
using PlanSearch.Index.Port;
using PlanSearch.Index.Stored;

namespace PlanSearch.Corpus;

/// <summary>Where a collection lies. Nothing else reads settings.</summary>
public sealed record CorpusOptions
{
    /// <summary>The folder of the built index; <c>index-data/index</c> under the working directory if not said.</summary>
    public string IndexDirectory { get; init; } = Path.Combine("index-data", "index");

    /// <summary>Where the index is, in messages; <see cref="IndexDirectory"/> if not said.</summary>
    public string IndexPlace { get => _indexPlace ?? IndexDirectory; init => _indexPlace = value; }

    /// <summary>
    /// The folder with regions.csv, regions-sample.csv, zones.csv, topics.yaml, lexicon.txt and hanzi.csv; the copy beside the assembly if
    /// not said.
    /// </summary>
    public string ReferenceDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "index-data");

    /// <summary>
    /// How much of former versions a commit leaves; as the commit before it if not said, and <see cref="ChangeLogBounds.Usual"/> in the
    /// beginning.
    /// </summary>
    public ChangeLogBounds? ChangeLog { get; init; }

    /// <summary>Opens the index that the collection lies in; the embedded one if not said.</summary>
    public Func<CorpusOptions, IPlanIndexStore> Indexes { get; init; } = options => new EmbeddedIndexStore(
        options.IndexDirectory, options.Time);

    /// <summary>
    /// The dictionary of everyday Chinese by which words are cut; the one that comes with the embedded index if not said.
    /// </summary>
    public IWordDictionary Dictionary { get; init; } = new EmbeddedWordDictionary();

    /// <summary>The index that the collection lies in.</summary>
    public IPlanIndexStore Store => Indexes(this);

    /// <summary>
    /// The topic sets that hold: <see cref="OwnTopicsFile"/> where there is one, else topics.yaml of <see cref="ReferenceDirectory"/>.
    /// </summary>
    public string TopicsFile => File.Exists(OwnTopicsFile) ? OwnTopicsFile : ProgramTopicsFile;

    /// <summary>topics.yaml of <see cref="ReferenceDirectory"/>: what came with the program.</summary>
    public string ProgramTopicsFile => Path.Combine(ReferenceDirectory, TopicsName);

    /// <summary>topics.yaml in the folder that holds the index folder: the installation's own, which is changed and kept.</summary>
    public string OwnTopicsFile =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(IndexDirectory))) ?? "", TopicsName);

    private const string TopicsName = "topics.yaml";

    private readonly string? _indexPlace;

    /// <summary>
    /// The template of Word documents; if not said, <c>template.docx</c> among the reference data, else the program's own.
    /// </summary>
    public string? WordTemplate { get; init; }

    /// <summary>
    /// Why that template cannot be used, in Chinese; null when it can. Said by whoever writes Word documents; nobody looks if not said.
    /// </summary>
    /// <remarks>Safe for any number of threads.</remarks>
    public Func<CorpusOptions, string?> TemplateFault { get; init; } = _ => null;

    /// <summary>Whether links in a folder of plans are followed out of it; each place is entered once either way.</summary>
    public bool FollowLinks { get; init; }

    /// <summary>The clock; certificates and manifests carry its time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
