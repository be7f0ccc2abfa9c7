using System.Text.Json;
using PlanSearch.Plans.Metadata;
using Xunit;

namespace PlanSearch.TestSupport;

/// <summary>What was asked and answered at the commit of <see cref="FormerFolder"/>.</summary>
public static class FormerAnswers
{
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
        Assert.All(members, member => AssertHold(then.GetProperty(member), now.GetProperty(member)));
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
