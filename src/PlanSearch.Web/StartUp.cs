using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Corpus.Upkeep;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Web;

/// <summary>What happens between the first line and the last one: build what is stale, open, serve, and name what went wrong.</summary>
internal sealed class StartUp(WebApplication app)
{
    /// <summary>How the process ends when it cannot serve for a reason its owner can mend.</summary>
    public const int NothingToServe = 2;
    private const int DamagedIndex = 3;

    private readonly HostSettings _settings = app.Services.GetRequiredService<HostSettings>();

    /// <inheritdoc cref="WebHost.RunAsync"/>
    public async Task<int> RunAsync()
    {
        try
        {
            BringUpToDate();
            var (loaded, collection) = Open();
            await app.StartAsync();
            // Beside the first requests, not before them.
            collection?.KeepWordsReady();
            await Console.Out.WriteLineAsync($"PlanSearch: {loaded}，{string.Join(" ", app.Urls)}{_settings.PathBase}");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (IndexUnusableException damage)
        {
            await Console.Error.WriteLineAsync("索引不能使用；规划原文不受影响。重建：启动时不关闭 PlanSearch__BuildOnStart，或者 plansearch index 规划文件夹 --rebuild");
            return await EndAsync(damage.Message, DamagedIndex);
        }
        catch (IndexForeignException foreign)
        {
            return await EndAsync(
                $"{foreign.File} 属于另一程序的 Lucene 索引，或者说明数据版本的文件都已丢失；没有改动。请在 PlanSearch__IndexDirectory 另写一个文件夹，或者把这些文件移走。", DamagedIndex);
        }
        catch (Exception fault) when (fault is IndexMissingException or IOException or UnauthorizedAccessException)
        {
            return await EndAsync(fault.Message, NothingToServe);
        }
    }

    private (string Loaded, PlanCollection? Collection) Open()
    {
        try
        {
            var collection = app.Services.GetRequiredKeyedService<PlanCollection>(CorpusServices.Whole);
            using var reader = collection.Read();
            foreach (var fault in collection.Faults)
            {
                // The site is served all the same.
                Console.Error.WriteLine(fault);
            }

            return ($"{reader.Status.Plans} 份规划", collection);
        }
        catch (IndexMissingException) when (!_settings.BuildOnStart)
        {
            // Someone else builds: every answer says so, and the first request after the first commit finds it.
            return ("尚无索引", null);
        }
    }

    private void BringUpToDate()
    {
        if (!_settings.BuildOnStart || _settings.Plans.IsEmpty || !PlanIngest.IsStale(_settings.Corpus, _settings.Plans))
        {
            return;
        }

        try
        {
            Console.WriteLine($"PlanSearch: 规划文件夹 {string.Join("、", _settings.Plans)} 入库，索引在 {_settings.Corpus.IndexPlace}");
            var folders = app.Services.GetRequiredService<PlanUpkeep>().Folders;
            var request = new IngestRequest(_settings.Plans) { AllowDrop = _settings.AllowDrop };
            var (report, refused) = IngestDisplay.Show(progress => Ingest(folders, request, progress));
            if (report is null)
            {
                // What was published before is served, and /health/ready says why not to rely on it.
                Console.Error.WriteLine(refused!.Message);
                return;
            }

            foreach (var failure in report.Failures)
            {
                Console.Error.WriteLine($"未能入库：{failure.File}：{failure.Reason}");
            }

            foreach (var warning in report.Warnings)
            {
                Console.Error.WriteLine($"待核事项：{warning}");
            }
        }
        catch (PlanIndexException fault) when (fault is IndexLockedException or IndexUnwritableException)
        {
            // Another process is building it, or it cannot be written: what is published so far is served, and a new generation is taken up
            // when it comes.
            Console.Error.WriteLine(fault.Message);
        }
    }

    private static Outcome<IngestReport> Ingest(PlanFolders folders, IngestRequest request, Action<IngestProgress> progress)
    {
        try
        {
            return folders.Ingest(request, progress, CancellationToken.None);
        }
        catch (IndexVersionException other)
        {
            // Nothing is lost by it: an index is made from the plans, and whoever replaced the program has asked for this one.
            Console.WriteLine($"PlanSearch: 索引由另一版本的程序建成，重建：{other.Message}");
            return folders.Ingest(request with { Rebuild = true }, progress, CancellationToken.None);
        }
    }

    private static async Task<int> EndAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(message);
        return exitCode;
    }
}
