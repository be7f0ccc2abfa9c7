using System.Text.Json;
using PlanSearch.Plans.Metadata;
using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>What was asked and answered at the commit of <see cref="FormerFolder"/>.</summary>
public static class FormerAnswers
{
    // The fields of a query that are called otherwise in a normal form of today; the old names are read as before.
    private static readonly (string Then, string Now)[] Renamed = [("部位:", "文中位置:"), ("语境:", "用法:")];

    /// <summary>The lines of a file; fails when there is none.</summary>
    public static IReadOnlyList<string> Lines(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(FormerFolder.Origin, file));
        Assert.NotEmpty(lines);
        return lines;
    }

    /// <summary>A file of <c>answers</c>.</summary>
    public static JsonElement Of(string file) =>
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(FormerFolder.Origin, "answers", file)));

    /// <summary>A file of <c>answers</c> that is a list, one by one; fails when nothing is in it.</summary>
    public static IReadOnlyList<JsonElement> Each(string file)
    {
        var answers = Of(file).EnumerateArray().ToList();
        Assert.NotEmpty(answers);
        return answers;
    }

    /// <summary>The one of a list whose <paramref name="member"/> is <paramref name="value"/>.</summary>
    public static JsonElement One(string file, string member, string value) =>
        Each(file).Single(one => one.GetProperty(member).GetString() == value);

    /// <summary>Fails where one of the members is not what it was; within them as the other overload.</summary>
    public static void AssertHold(JsonElement then, JsonElement now, params string[] members)
    {
        Assert.NotEmpty(members);
        Assert.All(members, member =>
        {
            if (member == "normalForm")
            {
                var form = Renamed.Aggregate(
                    then.GetProperty(member).GetString()!, (text, field) => text.Replace(field.Then, field.Now, StringComparison.Ordinal));
                Assert.Equal(form, now.GetProperty(member).GetString());
            }
            else
            {
                AssertHold(then.GetProperty(member), now.GetProperty(member));
            }
        });
    }

    /// <summary>
    /// Fails where a folder's answer is not what it was. Where the outline is in doubt the citation names no section any more.
    /// </summary>
    public static void AssertFolderHolds(JsonElement then, JsonElement now)
    {
        AssertHold(then, now, "title", "found", "plans");
        var former = then.GetProperty("excerpts").EnumerateArray().ToList();
        var present = now.GetProperty("excerpts").EnumerateArray().ToList();
        Assert.Equal(former.Count, present.Count);
        foreach (var (one, other) in former.Zip(present))
        {
            var inDoubt = other.GetProperty("sectionsInDoubt").GetBoolean();
            AssertHold(
                one,
                other,
                [.. one.EnumerateObject()
                    .Select(member => member.Name)
                    .Where(name => !inDoubt || name is not ("citation" or "citations"))]);
        }

        // Then it cited a section that may be none, and the name of a file as a title.
        Assert.Equal(
            ["〔题名未识别：yunqu.txt〕，“1. 泵站改造：”一项（章节待核）"],
            present.Where(excerpt => excerpt.GetProperty("sectionsInDoubt").GetBoolean())
                .Select(excerpt => excerpt.GetProperty("citation").GetString()));
    }

    /// <summary>Fails where what was said then is not said now, or otherwise; what is said now beyond it is not looked at.</summary>
    public static void AssertHold(JsonElement then, JsonElement now)
    {
        if (then.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in then.EnumerateObject())
            {
                Assert.True(now.TryGetProperty(member.Name, out var value), $"“{member.Name}” is missing in {now}");
                AssertHold(member.Value, value);
            }
        }
        else if (then.ValueKind == JsonValueKind.Array)
        {
            AssertEachHolds(then.EnumerateArray(), now.EnumerateArray());
        }
        else
        {
            Assert.Equal(Today(then.ToString()), now.ToString());
        }
    }

    /// <summary>What was said then by its name of today: levels and types have other names since.</summary>
    public static string Today(string value) =>
        value is ['-', .. var excluded] ? "-" + PlanTypes.Today(PlanLevels.Today(excluded)) : PlanTypes.Today(PlanLevels.Today(value));

    /// <summary>The same one by one, of as many.</summary>
    public static void AssertEachHolds(IEnumerable<JsonElement> then, IEnumerable<JsonElement> now, params string[] members)
    {
        var (former, present) = (then.ToList(), now.ToList());
        Assert.Equal(former.Count, present.Count);
        foreach (var (one, other) in former.Zip(present))
        {
            if (members.Length == 0)
            {
                AssertHold(one, other);
            }
            else
            {
                AssertHold(one, other, members);
            }
        }
    }
}
