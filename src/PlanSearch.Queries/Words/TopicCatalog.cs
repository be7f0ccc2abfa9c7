using System.Collections.Immutable;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PlanSearch.Queries.Words;

/// <summary>The topic sets of a collection (topics.yaml), by name.</summary>
public sealed class TopicCatalog
{
    private const int MaxNear = 5;

    private TopicCatalog(ImmutableArray<Topic> topics, string text)
    {
        Topics = topics;
        Version = ListVersion.Of(text);
    }

    /// <summary>No topics: every #word is unknown.</summary>
    public static TopicCatalog Empty { get; } = new([], "");

    /// <summary>Another text is another version.</summary>
    public string Version { get; }

    /// <summary>All of them, in the order of the file.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>Reads topics.yaml in a folder; without the file there are no topics.</summary>
    /// <exception cref="InvalidDataException">The file is no list of topics; the message says where and why.</exception>
    public static TopicCatalog Load(string directory) => LoadFile(Path.Combine(directory, "topics.yaml"));

    /// <summary>Reads a file of topics; without it there are none.</summary>
    /// <exception cref="InvalidDataException">The file is no list of topics; the message says where and why.</exception>
    public static TopicCatalog LoadFile(string path) => YamlLists.Load(path, Read, Empty);

    /// <summary>Reads a list of topics.</summary>
    /// <exception cref="YamlException">The text is none; what is missing is named.</exception>
    public static TopicCatalog Read(TextReader text)
    {
        var whole = text.ReadToEnd();
        return YamlLists.Read(new StringReader(whole), ReadTopic) is { IsEmpty: false } topics ? new TopicCatalog(topics, whole) : Empty;
    }

    /// <summary>The topic of that name, compared folded; null when there is none.</summary>
    public Topic? Find(string name)
    {
        var folded = Fold.Of(name);
        foreach (var topic in Topics)
        {
            if (Fold.Of(topic.Name) == folded)
            {
                return topic;
            }
        }

        return null;
    }

    /// <summary>The topics that a word is the name or a member of, in the order of the file.</summary>
    public IEnumerable<Topic> With(string word) => Topics.Where(topic => topic.Name == word || topic.Members.Contains(word));

    /// <summary>
    /// Names that a person may have meant, the likeliest first: with the word among their members, or with characters of it.
    /// </summary>
    public ImmutableArray<string> Near(string name) =>
    [
        .. Topics
            .Select(topic => (topic.Name, Shared: Likeness(topic, name)))
            .Where(pair => pair.Shared > 0)
            .OrderByDescending(pair => pair.Shared)
            .Take(MaxNear)
            .Select(pair => pair.Name),
    ];

    private static int Likeness(Topic topic, string name) =>
        (topic.Members.Contains(name) ? name.Length : 0)
            + name.Distinct().Count(unit => topic.Name.Contains(unit, StringComparison.Ordinal));

    private static Topic ReadTopic(Parser parser)
    {
        var start = parser.Consume<MappingStart>();
        var (name, definition, members, exclude) = ("", "", ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            switch (key.Value)
            {
                case "name":
                    name = QueryText.Clean(parser.Consume<Scalar>().Value);
                    break;
                case "definition":
                    definition = parser.Consume<Scalar>().Value;
                    break;
                case "members":
                    members = YamlLists.ReadWords(parser);
                    break;
                case "exclude":
                    exclude = YamlLists.ReadWords(parser);
                    break;
                default:
                    throw new YamlException(
                        key.Start, key.End, $"a topic has no '{key.Value}', only name, definition, members and exclude");
            }
        }

        return members.Length > 0 && QuerySigns.IsPlainWord(name)
            ? new Topic(name, definition, members, exclude)
            : throw new YamlException(start.Start, start.End, "a topic needs a name without signs of the query language, and members");
    }
}
