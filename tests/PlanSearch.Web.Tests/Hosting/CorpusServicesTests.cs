using System.Text.RegularExpressions;
using PlanSearch.TestSupport;

namespace PlanSearch.Web.Tests.Hosting;

public sealed class CorpusServicesTests
{
    // Whoever gets the corpus as a service gets the request's scope; only the start may ask for the whole.
    [Fact]
    public void Whole_IsNamedOnlyWhereNoRequestIsAnswered()
    {
        var naming = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "PlanSearch.Web"), "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(
                path => Regex.IsMatch(
                    File.ReadAllText(path), @"CorpusServices\.Whole|PlanCollection\.Open", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["CorpusServices.cs", "StartUp.cs"], naming);
    }
}
