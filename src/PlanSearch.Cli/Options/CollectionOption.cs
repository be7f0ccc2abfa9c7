using System.CommandLine;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Cli.Options;

/// <summary><c>--index</c>: the folder of the built index.</summary>
internal sealed class CollectionOption : Option<DirectoryInfo?>
{
    private readonly Terminal _terminal;

    /// <summary>The same option for every command that opens an index.</summary>
    public CollectionOption(Terminal terminal)
        : base("--index")
    {
        _terminal = terminal;
        Description = $"索引所在的文件夹；不写时取 PlanSearch__IndexDirectory，没有设置时为 {new CorpusOptions().IndexDirectory}";
        HelpName = "DIR";
    }

    /// <summary>The collection that is meant, opened.</summary>
    public PlanCollection Open(ParseResult parse)
    {
        var collection = _terminal.OpenCollection(Of(parse));
        foreach (var fault in collection.Faults)
        {
            _terminal.Error.WriteLine(fault);
        }

        return collection;
    }

    /// <summary>Where the collection that is meant lies.</summary>
    public CorpusOptions Of(ParseResult parse)
    {
        var said = _terminal.Settings().Corpus;
        // A folder that is named is meant, also where the settings name a cluster.
        return parse.GetValue(this) is { } folder
            ? said with { IndexDirectory = folder.FullName, IndexPlace = folder.FullName, Indexes = new CorpusOptions().Indexes }
            : said;
    }
}
