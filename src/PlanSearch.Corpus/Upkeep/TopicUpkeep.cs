using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;
using YamlDotNet.Core;

namespace PlanSearch.Corpus.Upkeep;

/// <summary>
/// Words added to topic sets, in the installation's own topics.yaml (<see cref="CorpusOptions.OwnTopicsFile"/>), one at a time.
/// </summary>
/// <remarks>
/// Whoever reads meets the file from before or the one after, also after a crash. What comes back is in force. Safe for any number of
/// threads.
/// </remarks>
/// <param name="options">Where the collection lies.</param>
public sealed class TopicUpkeep(CorpusOptions options)
{
    /// <summary>The longest word, in UTF-16 code units.</summary>
    public const int MaxWordLength = 40;

    private readonly Lock _lock = new();

    /// <summary>Adds a word to a set.</summary>
    /// <returns>
    /// The set with the word, or why nothing has changed: topic_unknown, member_invalid, member_exists, topic_full, topics_not_editable,
    /// topics_not_writable.
    /// </returns>
    public Outcome<Topic> AddMember(string name, string word)
    {
        var added = QueryText.Clean(word);
        if (!QuerySigns.IsPlainWord(added) || added.Length > MaxWordLength || !added.Any(char.IsLetterOrDigit))
        {
            return new RequestFault(FaultKinds.MemberInvalid, $"“{added}”不能作专题的词：应是不含检索式符号的词，最多 {MaxWordLength} 字。");
        }

        lock (_lock)
        {
            try
            {
                var before = TopicCatalog.LoadFile(options.TopicsFile);
                return before.Find(name) is { } topic
                    ? Add(before, topic, added)
                    : new RequestFault(FaultKinds.TopicUnknown, $"没有专题“{name}”。");
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                return new RequestFault(FaultKinds.TopicsNotEditable, $"专题文件有误或者读不出来，没有修改，请先改正：{broken.Message}");
            }
        }
    }

    private Outcome<Topic> Add(TopicCatalog before, Topic topic, string word)
    {
        if (topic.Members.Concat(topic.Exclude).Any(known => Fold.Of(known) == Fold.Of(word)))
        {
            return new RequestFault(FaultKinds.MemberExists, $"专题“{topic.Name}”已有“{word}”，或已写明不计它。");
        }

        if (topic.Members.Length + topic.Exclude.Length >= QueryParser.MaxMembers)
        {
            return new RequestFault(FaultKinds.TopicFull, $"专题“{topic.Name}”的词已到上限 {QueryParser.MaxMembers}。");
        }

        try
        {
            var text = TopicsText.WithMember(File.ReadAllText(options.TopicsFile), topic.Name, word);
            var wider = topic with { Members = topic.Members.Add(word) };
            if (text is null || !IsOnly(before, wider, text))
            {
                return new RequestFault(FaultKinds.TopicsNotEditable, "专题文件的写法不能自动改动，没有修改；请把下面这一行手工改进文件：" + TopicsText.MembersLine(wider));
            }

            using var swap = FileSwap.Write(options.OwnTopicsFile, System.Text.Encoding.UTF8.GetBytes(text));
            swap.Keep();
            return wider;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return DiskFault.IsFull(refusal)
                ? new RequestFault(FaultKinds.DiskFull, $"{Path.GetFileName(options.OwnTopicsFile)} 所在的磁盘已满，没有修改。请腾出空间后再试。")
                : new RequestFault(FaultKinds.TopicsNotWritable, $"不能写入 {Path.GetFileName(options.OwnTopicsFile)} 所在的文件夹（权限或空间），没有修改。");
        }
    }

    // The edit is believed only once it has been read back: the one set has the word more, every other is as it was.
    private static bool IsOnly(TopicCatalog before, Topic wider, string text)
    {
        try
        {
            var after = TopicCatalog.Read(new StringReader(text));
            return before.Topics.Length == after.Topics.Length
                && before.Topics.Zip(after.Topics).All(pair => IsSame(pair.First.Name == wider.Name ? wider : pair.First, pair.Second));
        }
        catch (YamlException)
        {
            return false;
        }
    }

    private static bool IsSame(Topic one, Topic other) =>
        one.Name == other.Name
            && one.Definition == other.Definition
            && one.Members.SequenceEqual(other.Members)
            && one.Exclude.SequenceEqual(other.Exclude);
}
