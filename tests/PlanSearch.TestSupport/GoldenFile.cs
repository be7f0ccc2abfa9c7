using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>Compares a printed result with the file that holds what it should be.</summary>
public static class GoldenFile
{
    /// <summary>Fails when <paramref name="actual"/> differs from the file; UPDATE_GOLDEN=1 writes the file instead.</summary>
    public static void Check(string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is not there; UPDATE_GOLDEN=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
