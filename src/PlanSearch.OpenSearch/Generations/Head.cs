using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PlanSearch.OpenSearch.Generations;

/// <summary>
/// The one document that says what is published and who writes: it is replaced as a whole, by whoever has seen the last one.
/// </summary>
/// <param name="Versions">Format of documents, wire text, folding and stored plans.</param>
/// <param name="Identity">The identity of the index.</param>
/// <param name="Plans">The index that is searched.</param>
/// <param name="Texts">The index that is read.</param>
/// <param name="Shards">Of each of the two.</param>
/// <param name="Epoch">The last writer that there was.</param>
/// <param name="Generations">Those that are kept, oldest first.</param>
/// <param name="Lost">Writers that were cut off: what they wrote is in no generation.</param>
/// <param name="Writer">Who writes; null for nobody.</param>
internal sealed record Head(
    string Versions,
    Guid Identity,
    string Plans,
    string Texts,
    int Shards,
    long Epoch,
    ImmutableArray<PublishedGeneration> Generations,
    ImmutableArray<long> Lost,
    WriterLease? Writer)
{
    [JsonIgnore]
    public PublishedGeneration? Newest => Generations.IsEmpty ? null : Generations[^1];
}

/// <summary>A generation that is kept.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Document">The document that says what it is.</param>
/// <param name="At">When it was published.</param>
internal sealed record PublishedGeneration(long Number, string Document, DateTimeOffset At);

/// <summary>Whoever writes.</summary>
/// <param name="Epoch">The number of the writer.</param>
/// <param name="Holder">Machine and process.</param>
/// <param name="Until">From then on another may take its place.</param>
internal sealed record WriterLease(long Epoch, string Holder, DateTimeOffset Until);

/// <summary>
/// What a generation is: documents of writers up to an epoch, but for those that are dead or of writers that were cut off.
/// </summary>
/// <param name="Number">Its number.</param>
/// <param name="Epoch">The writer that published it.</param>
/// <param name="Plans">How many plans it has.</param>
/// <param name="Kept">How many versions are kept beside them.</param>
/// <param name="Dead">Documents that were replaced or removed.</param>
/// <param name="Lost">See <see cref="Head.Lost"/>.</param>
/// <param name="Manifest">What was published with it.</param>
internal sealed record GenerationDocument(
    long Number, long Epoch, int Plans, int Kept, ImmutableArray<long> Dead, ImmutableArray<long> Lost, byte[] Manifest);

/// <summary>How both are read and written, made at build time.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Head))]
[JsonSerializable(typeof(GenerationDocument))]
internal sealed partial class ControlJson : JsonSerializerContext;
