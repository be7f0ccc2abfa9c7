using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Hits;
using PlanSearch.Answers.Mentions;
using PlanSearch.Answers.Replication;
using PlanSearch.Answers.Similar;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Ingest;
using PlanSearch.Plans;
using PlanSearch.Plans.Printing;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Json;

/// <summary>Answers as JSON: the one set of options by which page, API, command line and exports print the same.</summary>
public static class AnswerJson
{
    /// <summary>camelCase names, Han characters as they are, kinds of blocks by their names; generated code only, no reflection.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Safe in a JSON response; what goes into a page is escaped there.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = AnswerJsonContext.Default,
        };
        options.Converters.Add(new BlockKindConverter());
        options.MakeReadOnly();
        return options;
    }

    /// <summary>A kind of block by the name that <c>plansearch segment</c> prints.</summary>
    private sealed class BlockKindConverter : JsonConverter<BlockKind>
    {
        public override BlockKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Named(reader.GetString());

        public override void Write(Utf8JsonWriter writer, BlockKind value, JsonSerializerOptions options) =>
            writer.WriteStringValue(KindNames.Of(value));

        public override BlockKind ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Named(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, BlockKind value, JsonSerializerOptions options) =>
            writer.WritePropertyName(KindNames.Of(value));

        private static BlockKind Named(string? name)
        {
            foreach (var kind in Enum.GetValues<BlockKind>())
            {
                if (KindNames.Of(kind) == name)
                {
                    return kind;
                }
            }

            throw new JsonException($"No kind of block is called '{name}'.");
        }
    }
}

/// <summary>The types that answers are printed from.</summary>
[JsonSerializable(typeof(SearchAnswer))]
[JsonSerializable(typeof(MentionsAnswer))]
[JsonSerializable(typeof(CollocatesAnswer))]
[JsonSerializable(typeof(MentionLine))]
[JsonSerializable(typeof(CertificateLine))]
[JsonSerializable(typeof(FullCertificate))]
[JsonSerializable(typeof(ReplicationReport))]
[JsonSerializable(typeof(PlanReading))]
[JsonSerializable(typeof(PlanLedger))]
[JsonSerializable(typeof(ImmutableArray<PlanSummary>))]
[JsonSerializable(typeof(CorpusStatus))]
[JsonSerializable(typeof(IngestReport))]
[JsonSerializable(typeof(RequestFault))]
[JsonSerializable(typeof(ClipsAnswer))]
[JsonSerializable(typeof(SimilarSections))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext
{
}
