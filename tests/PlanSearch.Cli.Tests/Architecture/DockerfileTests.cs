using PlanSearch.TestSupport;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>What can be known of the container without building it.</summary>
public sealed class DockerfileTests
{
    private static readonly string[] Lines = SourceTree.Read("Dockerfile")
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public void Copy_FilesOfTheCheckout_AreThere()
    {
        var copied = Lines
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from=", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1])
            .Where(word => !word.StartsWith("--", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(copied);
        Assert.All(copied, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
    }

    [Fact]
    public void Restore_ProjectFiles_AreAllCopiedBefore()
    {
        var before = string.Join('\n', Lines.TakeWhile(line => !line.Contains("dotnet restore", StringComparison.Ordinal)));
        var projects = SourceTree.Files("src", ".csproj").ToList();
        Assert.NotEmpty(projects);
        Assert.Contains(Lines, line => line.Contains("dotnet restore", StringComparison.Ordinal));

        foreach (var project in projects)
        {
            Assert.Contains(project, before, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Image_User_IsNotRoot() =>
        Assert.Equal("USER $APP_UID", Lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)));

    [Fact]
    public void Image_Health_IsAskedThroughTheProgramItself() =>
        Assert.Contains(
            Lines,
            line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)
                && line.Contains("plansearch.dll\", \"health\"", StringComparison.Ordinal));

    [Fact]
    public void Image_Address_IsSaidAloud() =>
        Assert.Contains(Lines, line => line.Contains("ASPNETCORE_URLS=http://0.0.0.0:8080", StringComparison.Ordinal));

    [Fact]
    public void Image_Volumes_AreIndexAndPlans() =>
        Assert.Contains("VOLUME [\"/app/index-data/index\", \"/app/index-data/plans\"]", Lines);

    [Fact]
    public void Context_BuildOutputAndIndex_AreLeftOut()
    {
        var ignored = SourceTree.Read(".dockerignore").Split('\n');

        Assert.Contains("**/bin", ignored);
        Assert.Contains("**/obj", ignored);
        Assert.Contains("index-data/index", ignored);
    }
}
