using System.Text.Encodings.Web;
using System.Text.Json;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints an answer as the HTTP API would send it.</summary>
internal static class JsonPrinter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One line, ended by LF.</summary>
    public static void Print<T>(T answer, TextWriter writer) => writer.WriteLine(JsonSerializer.Serialize(answer, Options));
}
