using PlanSearch.Corpus;

namespace PlanSearch.Cli.Printing;

internal static class MentionCsv
{
    public static void Write(MentionStream stream, TextWriter writer) => throw new NotSupportedException();
}
