using PlanSearch.Corpus;
using PlanSearch.Corpus.Ingest;

namespace PlanSearch.TestSupport;

/// <summary>A copy of what the program made at a former commit; README.md in <c>tests/TestData/former</c> says what each file is.</summary>
public sealed class FormerFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FormerFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Origin, "*", SearchOption.AllDirectories))
        {
            _folder.Write(Path.GetRelativePath(Origin, file), File.ReadAllBytes(file));
        }
    }

    /// <summary>Where the files lie that are copied; nothing may be changed in it.</summary>
    public static string Origin { get; } = Path.Combine(Repository.Root, "tests", "TestData", "former", "9b5b9bb");

    /// <summary>The plan files.</summary>
    public string Plans => _folder.At("plans");

    /// <summary>The index that was made of them then.</summary>
    public CorpusOptions Index => OptionsOf("index");

    /// <summary>Where <see cref="Ingest"/> makes one of them now. The topic sets of then, which lie beside it, count for it.</summary>
    public CorpusOptions Fresh => OptionsOf("fresh");

    /// <summary>A path in the copy.</summary>
    public string At(string relative) => _folder.At(relative);

    /// <summary>Makes <see cref="Fresh"/>.</summary>
    public IngestReport Ingest() => PlanIngest.Run(Fresh, new IngestRequest([Plans]), progress: null, CancellationToken.None).Value!;

    public void Dispose() => _folder.Dispose();

    private CorpusOptions OptionsOf(string folder) => new() { IndexDirectory = At(folder), ReferenceDirectory = Repository.ReferenceData };
}
