using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>Compares a printed result with the file that holds what it should be.</summary>
public static class GoldenFile
{
    private const int ShownLines = 5;

    /// <summary>Fails when <paramref name="actual"/> differs from the file; UPDATE_GOLDEN=1 writes the file instead.</summary>
    public static void Check(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is not there; UPDATE_GOLDEN=1 writes it.");
        var expected = File.ReadAllText(path);
        Assert.True(expected == actual, Difference(path, expected, actual));
    }

    // An equality of long texts would show some twenty characters.
    private static string Difference(string path, string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var first = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        IEnumerable<string> Shown(char mark, string[] lines) => lines.Skip(first).Take(ShownLines).Select(line => $"{mark} {line}");
        return string.Join('\n', [
            $"{path} has {was.Length} lines and the result {now.Length}; from line {first + 1} on (UPDATE_GOLDEN=1 writes the file):",
            .. Shown('-', was),
            .. Shown('+', now),
        ]);
    }
}
