using Xunit;

namespace PlanSearch.TestSupport.Formats;

/// <summary>A theory that needs a program of the machine; skipped, and said to be, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramTheoryAttribute : TheoryAttribute
{
    public ProgramTheoryAttribute(string program) =>
        Skip = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)))
            ? null
            : $"{program} is not installed.";
}
