using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Index.Indexing;
using PlanSearch.Index.Search;
using PlanSearch.Plans.Text;

namespace PlanSearch.Index.Tests.Durability;

/// <summary>
/// The life of an index, commit by commit: what each adds, replaces and deletes follows from the seed and its number alone.
/// </summary>
/// <remarks>
/// So a process that saw nothing of the life knows what must be there after commit n. The caller's data of each generation say n, a
/// digest of all documents and the counts of a few queries, so that a reader who knows no seed can tell whether its answers fit together.
/// </remarks>
internal sealed class ScriptedLife(int seed)
{
    private const int Keys = 24;
    private static readonly Query[] Queries =
    [
        new LiteralQuery("氢"),
        new LiteralQuery("部部"),
        new AndQuery([new LiteralQuery("发"), new LiteralQuery("展")], [new LiteralQuery("国")]),
    ];

    private readonly List<Dictionary<string, IndexDocument>> _models = [[]];

    /// <summary>Small segments, so that commits flush and merge, and no lease, so that generations are removed.</summary>
    public static IndexWriterOptions Options { get; } = new() { MaxSegmentLength = 4_000, Lease = TimeSpan.Zero };

    /// <summary>The documents after commit <paramref name="commit"/>; none after commit 0.</summary>
    public Dictionary<string, IndexDocument> ModelAt(int commit)
    {
        while (_models.Count <= commit)
        {
            var next = new Dictionary<string, IndexDocument>(_models[^1]);
            foreach (var (key, document) in Steps(_models.Count))
            {
                if (document is null)
                {
                    next.Remove(key);
                }
                else
                {
                    next[key] = document;
                }
            }

            _models.Add(next);
        }

        return _models[commit];
    }

    /// <summary>Hands a commit's steps to the writer, and commits.</summary>
    public void Write(IndexWriter writer, int commit)
    {
        foreach (var (key, document) in Steps(commit))
        {
            if (document is null)
            {
                writer.Delete(key);
            }
            else
            {
                writer.Add(document);
            }
        }

        writer.Commit(Encoding.ASCII.GetBytes(Describe(commit, ModelAt(commit))));
    }

    /// <summary>The number of the commit that a generation holds.</summary>
    public static int CommitOf(IndexReader reader) =>
        int.Parse(Encoding.ASCII.GetString(reader.UserData.Span).Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>What the generation says of itself, and what its documents and answers say; equal unless something is wrong.</summary>
    public static (string Said, string Found) Compare(IndexReader reader)
    {
        var said = Encoding.ASCII.GetString(reader.UserData.Span);
        var searcher = new IndexSearcher(reader);
        var documents = Enumerable.Range(0, reader.DocumentCount).ToDictionary(
            reader.Key, document => Enumerable.Range(0, reader.BlockCount(document)).Select(block => reader.ReadBlock(document, block)));
        var counts = Queries.Select(
            query => searcher.Count(query, BlockFilter.All, [], default).MentionsByDocument.Sum(count => (long)count));
        return (said, Describe(CommitOf(reader), documents, counts));
    }

    private static string Describe(int commit, Dictionary<string, IndexDocument> model)
    {
        var oracle = new ScanOracle([.. model.Values]);
        var counts = Queries.Select(
            query => Enumerable.Range(0, model.Count).Sum(document => (long)oracle.Mentions(query, BlockFilter.All, document).Count));
        return Describe(commit, model.ToDictionary(pair => pair.Key, pair => pair.Value.Blocks.AsEnumerable()), counts);
    }

    private static string Describe(int commit, Dictionary<string, IEnumerable<string>> documents, IEnumerable<long> counts)
    {
        var text = string.Join(
            '\n',
            documents.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{string.Join('\t', pair.Value)}"));
        return $"{commit} {Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)))} {string.Join(' ', counts)}";
    }

    private IEnumerable<(string Key, IndexDocument? Document)> Steps(int commit)
    {
        var random = new Random(unchecked((seed * 1_000_003) + commit));
        for (var i = random.Next(6); i >= 0; i--)
        {
            var key = $"d{random.Next(Keys)}";
            yield return (key, random.Next(4) == 0 ? null : TestDocuments.Random(key, random));
        }
    }
}
