using System.Collections.Immutable;

namespace PlanSearch.Web.Api.Requests;

/// <summary>A program that is used where it is installed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPresent">Whether it was found.</param>
/// <param name="Purpose">What cannot be done without it.</param>
internal sealed record OptionalPart(string Name, bool IsPresent, string Purpose)
{
    /// <summary>Looks for each of them, as a shell would.</summary>
    public static ImmutableArray<OptionalPart> Probe() =>
    [
        new("soffice", IsOnPath("soffice"), "Reading .doc, .wps and .rtf files (LibreOffice)."),
    ];

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
