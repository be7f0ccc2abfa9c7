using System.Collections.Immutable;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Index.Snapshots;
using PlanSearch.Index.Storage;
using PlanSearch.Plans.Text;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>Lists of operations, held against a dictionary after each.</summary>
public sealed class LifeTests(ITestOutputHelper output)
{
    private static readonly IndexSchema Schema = TestDocuments.Schema;
    private int _queries;

    private const int KeptNames = 4;

    [Fact]
    public void Operations_AnyList_EqualADictionary()
    {
        var seed = Seed.Take(output.WriteLine);
        var lists = Effort.Of(25, 1_000);
        for (var list = 0; list < lists; list++)
        {
            Run(new Random(unchecked(seed + list)), operations: 60);
        }

        output.WriteLine($"{lists} lists of 60 operations, {_queries} queries");
    }

    private void Run(Random random, int operations)
    {
        var directory = new MemoryIndexDirectory();
        var options = new IndexWriterOptions
        {
            MaxSegmentLength = random.Next(60, 3_000),
            Lease = TimeSpan.Zero,
            MaxDeletedShare = random.NextDouble()
        };
        var writer = IndexWriter.Open(directory, Schema, options);
        var (committed, pending) = (new Dictionary<string, IndexDocument>(), new Dictionary<string, IndexDocument>());
        var (committedKept, pendingKept) = (ImmutableList<IndexDocument>.Empty, ImmutableList<IndexDocument>.Empty);
        Dictionary<string, IndexDocument>? saved = null;
        try
        {
            for (var i = 0; i < operations; i++)
            {
                switch (random.Next(15))
                {
                    case 0 or 1 or 2 or 3:
                        var added = TestDocuments.Random($"d{random.Next(15)}", random);
                        pending[added.Key] = added;
                        writer.Add(added);
                        break;
                    case 4 or 5:
                        var key = $"d{random.Next(15)}";
                        Assert.Equal(pending.Remove(key), writer.Delete(key));
                        break;
                    case 6 or 7:
                        writer.Commit(default);
                        (committed, committedKept) = (new(pending), pendingKept);
                        break;
                    case 8:
                        // What was not committed is gone; merges have come to their end.
                        writer.Dispose();
                        IndexAssertHolds(directory, committed, committedKept);
                        writer = IndexWriter.Open(directory, Schema, options);
                        (pending, pendingKept) = (new(committed), committedKept);
                        break;
                    case 9 when IndexReader.NewestGeneration(directory) > 0:
                        directory.Delete("snapshot");
                        IndexSnapshot.Write(directory, directory, "snapshot", default);
                        saved = new(committed);
                        break;
                    case 10 when saved is not null:
                        writer.Dispose();
                        SnapshotRestore.Run(directory, "snapshot", directory, Schema, options, default);
                        writer = IndexWriter.Open(directory, Schema, options);
                        (committed, pending) = (new(saved), new(saved));
                        (committedKept, pendingKept) = ([], []);
                        break;
                    case 11 or 12:
                        var kept = TestDocuments.Kept($"k{random.Next(KeptNames)}", $"d{random.Next(15)}", random);
                        pendingKept = pendingKept.Add(kept);
                        writer.Add(kept);
                        break;
                    case 13:
                        var name = $"k{random.Next(KeptNames)}";
                        pendingKept = pendingKept.RemoveAll(document => document.KeptAs == name);
                        writer.DeleteKept(name);
                        break;
                    default:
                        Ask(directory, committed, random);
                        break;
                }
            }
        }
        finally
        {
            writer.Dispose();
        }

        IndexAssertHolds(directory, committed, committedKept);
    }

    /// <summary>A query with and without a filter, from the newest generation, beside the writer and its merges.</summary>
    private void Ask(MemoryIndexDirectory directory, Dictionary<string, IndexDocument> committed, Random random)
    {
        using var reader = IndexReader.Open(directory);
        if (reader is null)
        {
            Assert.Empty(committed);
            return;
        }

        var documents = Enumerable.Range(0, reader.DocumentCount).Select(number => committed[reader.Key(number)]).ToList();
        Assert.Equal(committed.Count, documents.Count);
        var oracle = new ScanOracle(documents);
        var searcher = new IndexSearcher(reader);
        var query = RandomQuery.Of(random, depth: 2);
        foreach (var filter in new[] { BlockFilter.All, new BlockFilter([(ulong)random.Next(1, 16), ulong.MaxValue]) })
        {
            _queries++;
            var counts = searcher.Count(query, filter, [], default);
            for (var document = 0; document < documents.Count; document++)
            {
                var expected = oracle.Mentions(query, filter, document);
                Assert.Equal(expected, searcher.MentionsIn(query, filter, document));
                Assert.Equal(expected.Count, counts.MentionsByDocument[document]);
            }
        }
    }

    private static void IndexAssertHolds(
        IndexDirectory directory, Dictionary<string, IndexDocument> model, ImmutableList<IndexDocument> kept)
    {
        if (IndexReader.NewestGeneration(directory) > 0)
        {
            IndexAssert.Holds(directory, model);
            using var reader = IndexReader.Open(directory)!;
            foreach (var name in Enumerable.Range(0, KeptNames).Select(name => $"k{name}"))
            {
                Assert.Equal(
                    kept.Where(document => document.KeptAs == name).Select(Shown).Order(),
                    reader.Kept(name).Select(document => $"{document.Key} {Convert.ToHexString(document.Stored)}").Order());
            }
        }
        else
        {
            Assert.Empty(model);
        }
    }

    private static string Shown(IndexDocument document) => $"{document.Key} {Convert.ToHexString(document.Stored.Span)}";
}
