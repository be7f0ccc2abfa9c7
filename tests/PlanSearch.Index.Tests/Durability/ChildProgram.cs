using System.Globalization;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Storage;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>What the tests start as a process of its own: <c>write DIR SEED</c>, <c>read DIR</c> or <c>hold DIR</c>.</summary>
internal static class ChildProgram
{
    private const int CommitsPerWriter = 8;

    public static int Main(string[] args) => args switch
    {
        ["write", var folder, var seed] => Write(
            new FileIndexDirectory(folder), new ScriptedLife(int.Parse(seed, CultureInfo.InvariantCulture))),
        ["read", var folder] => Read(new FileIndexDirectory(folder)),
        ["hold", var folder] => Hold(new FileIndexDirectory(folder)),
        _ => throw new ArgumentException("write DIR SEED, read DIR, or hold DIR.", nameof(args)),
    };

    /// <summary>
    /// Goes on with the life where it is, and says the number of each commit when it has returned; ends only by being killed.
    /// </summary>
    private static int Write(FileIndexDirectory directory, ScriptedLife life)
    {
        var commit = LastCommit(directory);
        while (true)
        {
            using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
            for (var i = 0; i < CommitsPerWriter; i++)
            {
                life.Write(writer, ++commit);
                Console.Out.WriteLine(commit);
                Console.Out.Flush();
            }
        }
    }

    /// <summary>
    /// Opens the newest generation again and again, and asks it; each stays open until the next two have been asked, and is asked once more
    /// then. Ends with the standard input, and says how many answers there were from how many generations; or says at once what did not
    /// fit.
    /// </summary>
    private static int Read(FileIndexDirectory directory)
    {
        var stopped = Task.Run(Console.In.ReadToEnd);
        var open = new Queue<IndexReader>();
        var generations = new HashSet<long>();
        var answers = 0;
        while (!stopped.IsCompleted || answers == 0)
        {
            open.Enqueue(IndexReader.Open(directory)!);
            foreach (var reader in open)
            {
                var (said, found) = ScriptedLife.Compare(reader);
                if (said != found)
                {
                    Console.Out.WriteLine($"generation {reader.Generation}: {found} instead of {said}");
                    return 1;
                }

                generations.Add(reader.Generation);
                answers++;
            }

            if (open.Count > 2)
            {
                open.Dequeue().Dispose();
            }

            if (answers == 1)
            {
                Console.Out.WriteLine("reading");
                Console.Out.Flush();
            }
        }

        Console.Out.WriteLine($"{answers} {generations.Count}");
        return 0;
    }

    /// <summary>Opens a writer, says so, and keeps it; ends with the standard input, or by being killed.</summary>
    private static int Hold(FileIndexDirectory directory)
    {
        using var writer = IndexWriter.Open(directory, TestDocuments.Schema, ScriptedLife.Options);
        Console.Out.WriteLine("held");
        Console.Out.Flush();
        Console.In.ReadToEnd();
        return 0;
    }

    private static int LastCommit(FileIndexDirectory directory)
    {
        using var reader = IndexReader.Open(directory);
        return reader is null ? 0 : ScriptedLife.CommitOf(reader);
    }
}
