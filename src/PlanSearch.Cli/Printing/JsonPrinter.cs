using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PlanSearch.Answers.Json;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints an answer as the HTTP API would send it.</summary>
internal static class JsonPrinter
{
    // The lists and reports that only the command line prints are not among the API's types.
    private static readonly JsonSerializerOptions Options = new(AnswerJson.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(AnswerJson.Options.TypeInfoResolver, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>One line, ended by LF.</summary>
    public static void Print<T>(T answer, TextWriter writer) => writer.WriteLine(JsonSerializer.Serialize(answer, Options));

    /// <summary>What writes the answer as one line, ended by LF.</summary>
    public static Func<Stream, Task> WriterOf<T>(T answer) => async output =>
    {
        await JsonSerializer.SerializeAsync(output, answer, Options);
        output.WriteByte((byte)'\n');
    };
}
