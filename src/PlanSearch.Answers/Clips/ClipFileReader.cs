using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using PlanSearch.Answers.Texts;
using PlanSearch.Plans;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Clips;

/// <summary>The JSON of a folder -> the folder. Every member is checked, and the first that is wrong is named with its place.</summary>
internal static class ClipFileReader
{
    private const int MaxNameLength = 300;
    private const int MaxFilterValues = 200;

    public static Outcome<ClipFolder> Read(JsonElement root)
    {
        try
        {
            var file = new Node(root, "");
            if (file.Text("format", MaxNameLength) != ClipFile.Format)
            {
                return Invalid($"这不是摘录夹文件（format 应为 {ClipFile.Format}）");
            }

            var version = file.Number("version", int.MaxValue);
            if (version != ClipFile.Version)
            {
                return new RequestFault(
                    FaultKinds.ClipsVersion,
                    $"摘录夹文件是第 {version.ToString(CultureInfo.InvariantCulture)} 版，本程序只认第 "
                        + $"{ClipFile.Version.ToString(CultureInfo.InvariantCulture)} 版：请在存出它的程序中打开，或更新本程序。");
            }

            var searches = file.All("searches", ClipFolder.MaxSearches).Select(ReadSearch).ToImmutableArray();
            return new ClipFolder
            {
                Title = file.Text("title", ClipFolder.MaxTitleLength, isNeeded: false),
                Searches = searches,
                Clips = [.. file.All("clips", ClipFolder.MaxClips).Select(node => ReadClip(node, searches.Length))],
            };
        }
        catch (MisreadException wrong)
        {
            return Invalid($"摘录夹文件的 {wrong.Place} {wrong.Message}");
        }
    }

    public static RequestFault Invalid(string why) => new(FaultKinds.ClipsInvalid, $"{why}。没有打开任何摘录；请改用从摘录夹“存为文件”得到的文件。");

    private static SearchRequest ReadSearch(Node node)
    {
        var mode = node.Text("mode", MaxNameLength, isNeeded: false);
        return new SearchRequest
        {
            Query = node.Text("q", SearchRequest.MaxQueryLength),
            Mode = mode.Length == 0 ? QueryMode.Auto
                : QueryModes.Of(mode) is { } named and not QueryMode.Auto ? named
                : throw node.Wrong("mode", "只能是 literal、expression 或 words"),
            WordsOff = node.Texts("off"),
            WithPlaces = !node.Flag("anywhere"),
            Exact = node.Flag("exact"),
            Filters = node.Members("filters")
                .Select(filter => KeyValuePair.Create(filter.Name, FacetSelection.Of(filter.Values))).ToImmutableSortedDictionary(),
        };
    }

    private static Clip ReadClip(Node node, int searches) => new()
    {
        Plan = node.Text("plan", MaxNameLength),
        Anchor = node.Text("anchor", MaxNameLength),
        Hits = Hits(node),
        Words = node.Text("words", Clip.WordsLength),
        Context = ClipContexts.Of(node.Text("context", MaxNameLength)) ?? throw node.Wrong("context", "只能是 sentence、block 或 entry"),
        Aspect = node.Text("aspect", Clip.MaxAspectLength, isNeeded: false),
        Note = node.Text("note", Clip.MaxNoteLength, isNeeded: false),
        Search = !node.Has("search") ? null
            : searches > 0 ? node.Number("search", searches - 1)
            : throw node.Wrong("search", "应为 searches 中的一项，而 searches 是空的"),
    };

    private static ImmutableArray<TextRange> Hits(Node node)
    {
        var hits = ImmutableArray.CreateBuilder<TextRange>();
        foreach (var (start, length) in node.Pairs("hits", Clip.MaxHits))
        {
            if (length == 0 || (hits.Count > 0 && start < hits[^1].End))
            {
                throw node.Wrong("hits", "须依次排列、互不重叠、不为空");
            }

            hits.Add(new TextRange(start, length));
        }

        return hits.ToImmutable();
    }

    /// <summary>An object of the file with its place.</summary>
    private readonly record struct Node(JsonElement Element, string Place)
    {
        // Offsets are added up; no plan comes near.
        private const int LargestOffset = int.MaxValue / 2;

        public bool Has(string name) => Find(name) is not null;

        public string Text(string name, int longest, bool isNeeded = true)
        {
            if (Find(name) is not { } value)
            {
                return isNeeded ? throw Wrong(name, "缺失") : "";
            }

            return Of(name, value, longest);
        }

        public int Number(string name, int most) =>
            Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) && number >= 0 && number <= most
                ? number
                : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"应为 0 到 {most} 的整数"));

        public bool Flag(string name) => Find(name) switch
        {
            null or { ValueKind: JsonValueKind.False } => false,
            { ValueKind: JsonValueKind.True } => true,
            _ => throw Wrong(name, "应为 true 或 false"),
        };

        public List<Node> All(string name, int most)
        {
            if (Find(name) is not { ValueKind: JsonValueKind.Array } list)
            {
                throw Wrong(name, "应为列表");
            }

            var place = PlaceOf(name);
            return list.GetArrayLength() <= most
                ? [.. list.EnumerateArray()
                    .Select((element, at) => new Node(element, string.Create(CultureInfo.InvariantCulture, $"{place}[{at}]")))]
                : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"有 {list.GetArrayLength()} 项，至多 {most} 项"));
        }

        public ImmutableArray<string> Texts(string name) => Find(name) is { } found ? Values(name, found) : [];

        public List<(string Name, ImmutableArray<string> Values)> Members(string name)
        {
            if (Find(name) is not { } found)
            {
                return [];
            }

            var node = this;
            return found.ValueKind is JsonValueKind.Object && found.EnumerateObject().Count() <= MaxFilterValues
                ? [.. found.EnumerateObject()
                    .DistinctBy(member => member.Name)
                    .Select(member => (member.Name, node.Values(name, member.Value)))]
                : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"应为至多 {MaxFilterValues} 个成员的对象"));
        }

        public List<(int Start, int Length)> Pairs(string name, int most)
        {
            if (Find(name) is not { } found)
            {
                return [];
            }

            if (found.ValueKind is not JsonValueKind.Array || found.GetArrayLength() > most)
            {
                throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"应为至多 {most} 对数的列表"));
            }

            var pairs = new List<(int, int)>();
            foreach (var pair in found.EnumerateArray())
            {
                pairs.Add(pair.ValueKind is JsonValueKind.Array && pair.GetArrayLength() == 2
                    && Offset(pair[0]) is { } start && Offset(pair[1]) is { } length ? (start, length) : throw Wrong(name, "应为 [起点, 长度]"));
            }

            return pairs;
        }

        public MisreadException Wrong(string name, string why) => new(PlaceOf(name), why);

        private static int? Offset(JsonElement element) =>
            element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var number) && number is >= 0 and < LargestOffset
                ? number
                : null;

        private JsonElement? Find(string name) =>
            Element.ValueKind is not JsonValueKind.Object ? throw new MisreadException(Place.Length > 0 ? Place : "最外层", "应为对象")
            : Element.TryGetProperty(name, out var value) ? value
            : null;

        private ImmutableArray<string> Values(string name, JsonElement list)
        {
            if (list.ValueKind is not JsonValueKind.Array || list.GetArrayLength() > MaxFilterValues)
            {
                throw Wrong(name, "应为文字的列表");
            }

            var node = this;
            return [.. list.EnumerateArray().Select(value => node.Of(name, value, MaxNameLength))];
        }

        private string Of(string name, JsonElement value, int longest)
        {
            if (value.ValueKind is not JsonValueKind.String)
            {
                throw Wrong(name, "应为文字");
            }

            var text = JsonTexts.Of(value) ?? throw Wrong(name, "含不成对的代理码");
            return text.Length <= longest ? text : throw Wrong(name, string.Create(CultureInfo.InvariantCulture, $"超过 {longest} 个字符"));
        }

        private string PlaceOf(string name) => Place.Length > 0 ? $"{Place}.{name}" : name;
    }

    private sealed class MisreadException(string place, string why) : Exception(why)
    {
        public string Place => place;
    }
}
