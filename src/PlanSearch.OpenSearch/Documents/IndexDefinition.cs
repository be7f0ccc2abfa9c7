using System.Globalization;
using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Index.Stored.Bytes;

namespace PlanSearch.OpenSearch.Documents;

/// <summary>How the indexes of a collection are made.</summary>
/// <remarks>
/// A plan is one document with its records in it, and the blocks in those: what AND and NOT are decided in, and what counts, are levels of
/// it. Text lies in pairs of units and in single ones, and a score is how often. The text itself lies in a second index, packed.
/// </remarks>
internal static class IndexDefinition
{
    /// <summary>Changes whenever documents or their mapping do.</summary>
    public const int Format = 3;

    /// <summary>All that makes an index one of this program's version.</summary>
    public static string Versions { get; } =
        string.Create(CultureInfo.InvariantCulture, $"{Format}.{WireText.Version}.{Fold.Version}.{PlanCodec.Version}");

    private const string Text =
        """
        { "type": "text", "analyzer": "two", "similarity": "count", "norms": false, "index_options": "positions",
          "fields": { "u": { "type": "text", "analyzer": "one", "similarity": "count", "norms": false, "index_options": "freqs" } } }
        """;

    /// <summary>What is searched.</summary>
    public static byte[] Plans(int shards, int replicas) => Encoding.UTF8.GetBytes(
        $$"""
        { "settings": { "index": {
            "number_of_shards": {{shards}}, "number_of_replicas": {{replicas}}, "refresh_interval": "-1", "codec": "best_compression",
            "replication.type": "DOCUMENT", "max_ngram_diff": 1, "mapping.nested_objects.limit": 1000000, "max_terms_count": 65536,
            "similarity": { "count": { "type": "scripted", "script": { "source": "return query.boost * doc.freq;" } } } },
          "analysis": {
            "tokenizer": { "two": { "type": "ngram", "min_gram": 2, "max_gram": 2 }, "one": { "type": "ngram", "min_gram": 1, "max_gram": 1 } },
            "analyzer": { "two": { "type": "custom", "tokenizer": "two" }, "one": { "type": "custom", "tokenizer": "one" } } } },
          "mappings": { "dynamic": "strict", "_source": { "enabled": false }, "_meta": { "versions": "{{Versions}}" },
            "properties": {
              "no": { "type": "long" }, "from": { "type": "long" }, "id": { "type": "keyword" },
              "facts": { "type": "binary", "doc_values": true }, "records": { "type": "integer", "index": false },
              "length": { "type": "long", "index": false }, "titled": { "type": "integer", "index": false },
              "rec": { "type": "nested", "properties": { "length": { "type": "integer", "index": false }, "blk": { "type": "nested", "properties": {
                "kind": { "type": "byte" }, "part": { "type": "byte" }, "section": { "type": "byte" }, "context": { "type": "byte" },
                "t": {{Text}}, "ti": {{Text}} } } } },
              "aside": { "type": "nested", "properties": { "kind": { "type": "byte" }, "t": {{Text}} } } } } }
        """);

    /// <summary>What is read: the same plans packed, and the versions that are kept.</summary>
    /// <remarks>A column gives its bytes as they lie; what is stored of a document is unpacked and read as JSON first.</remarks>
    public static byte[] Texts(int shards, int replicas) => Encoding.UTF8.GetBytes(
        $$"""
        { "settings": { "index": {
            "number_of_shards": {{shards}}, "number_of_replicas": {{replicas}}, "refresh_interval": "-1", "replication.type": "DOCUMENT",
            "max_terms_count": 65536 } },
          "mappings": { "dynamic": "strict", "_source": { "enabled": false }, "_meta": { "versions": "{{Versions}}" },
            "properties": {
              "no": { "type": "long" }, "from": { "type": "long" }, "name": { "type": "keyword" },
              "packed": { "type": "binary", "doc_values": true } } } }
        """);

    /// <summary>What says which generation is the newest, and what each is.</summary>
    public static byte[] Control(int replicas) => Encoding.UTF8.GetBytes(
        $$"""
        { "settings": { "index": { "number_of_shards": 1, "number_of_replicas": {{replicas}}, "replication.type": "DOCUMENT" } },
          "mappings": { "enabled": false, "_meta": { "versions": "{{Versions}}" } } }
        """);
}
