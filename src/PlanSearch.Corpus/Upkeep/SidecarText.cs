using System.Text;
using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Corpus.Ingest.Metadata;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>A sidecar as the text of its file: the inverse of <see cref="SidecarReader"/>.</summary>
internal static class SidecarText
{
    /// <summary>
    /// The sidecar at a path, to be changed; empty where there is none. A fault where any of it cannot be read: written anew, that would be
    /// lost.
    /// </summary>
    public static Outcome<Sidecar> Read(string path)
    {
        var faults = new List<string>();
        var (bytes, unread) = Path.Exists(path) ? FileBytes.Read(path) : default;
        var sidecar = SidecarReader.Read(bytes ?? [], faults);
        return (unread ?? faults.FirstOrDefault()) is { } broken
            ? new RequestFault(FaultKinds.SidecarInvalid, $"{Path.GetFileName(path)} 有误，请先改正：{broken}")
            : sidecar;
    }

    /// <summary>
    /// The sidecar with changes: a value takes the place of the old one, null or empty takes the key away. A fault when the reader would
    /// not take the outcome.
    /// </summary>
    public static Outcome<Sidecar> Change(Sidecar sidecar, IReadOnlyDictionary<string, string?> changes)
    {
        if (changes.FirstOrDefault(change => (change.Key + change.Value).Any(char.IsControl)) is { Key: { } odd })
        {
            return new RequestFault(FaultKinds.MetadataInvalid, $"“{odd}”含控制字符。");
        }

        var values = sidecar.Values.RemoveRange(changes.Keys.Select(key => key.Trim()))
            .AddRange(changes
                .Where(change => !string.IsNullOrWhiteSpace(change.Value))
                .DistinctBy(change => change.Key.Trim())
                .Select(change => KeyValuePair.Create(change.Key.Trim(), ValuesToday.Of(change.Key.Trim(), change.Value!.Trim()))));
        var faults = new List<string>();
        var read = SidecarReader.Read(Write(new Sidecar(values)), faults);
        return faults.Count == 0 && read.Values.SequenceEqual(values)
            ? read
            : new RequestFault(FaultKinds.MetadataInvalid, faults.Count > 0 ? string.Join(' ', faults) : "元数据写出后不能原样读回。");
    }

    /// <summary>The bytes of the file, a key a line.</summary>
    public static byte[] Write(Sidecar sidecar)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in sidecar.Values)
        {
            YamlWords.Quote(text, key).Append(": ");
            YamlWords.Quote(text, value).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
