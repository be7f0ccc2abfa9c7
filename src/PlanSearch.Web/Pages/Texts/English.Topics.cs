
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The topic sets, what is confined.</summary>
internal sealed partial class English
{
    public override string TopicOpen => "Word by word, and words it may lack";
    public override string TopicOpenOf(string name) => $"Topic “{name}”: word by word, and words it may lack";
    public override string TopicWordsOf(string name) => $"Words of the topic “{name}”";
    public override string TopicWordsHint =>
        "Each word is counted by itself; the counts overlap and are not added. The total is that of the search.";
    public override string TopicWordAlone(string word, string count) => $"“{word}” alone: {count} occurrences";
    public override string TopicApply => "Search for the ticked words";
    public override string TopicDone(string word) => $"“{word}” was added to the topic and is in force.";
    public override string TopicTotal(string first, string second, string third) =>
        $"The whole topic: {{0}} {Noun(first, "plan")}, {{1}} {Noun(second, "record")}, {{2}} {Noun(third, "occurrence")}.";
    public override string TopicSearch => "Search for the whole topic";
    public override string TopicWord => "Word";
    public override string TopicProposals => "Words it may lack (not counted)";
    public override string TopicProposalsHint =>
        "Found in the plans for a person to decide on: they share rare characters with the words of the topic, or are listed beside them.";
    public override string TopicGain(string count) => $"would add {count} occurrences to the topic";
    public override string TopicListed(string words) => $"often listed beside {words}";
    public override string TopicShared(string units) => $"shares the characters “{units}”";
    public override string TopicAdd => "Add to the topic";
    public override string TopicLine => "In topics.yaml, let the members of the topic be:";
    public override string TopicAddButton => "Write to the topics file";
    public override string TopicAddButtonOf(string word) => $"Write “{word}” to the topics file";
    public override string CertTopic(string name) => $"Words of “{name}”";
    public override string CertTopicOff(string words) => $"; switched off: {words}";
    public override string CertConfined => "Confined to";
    public override string ScopeNote(string scope) => $"Confined to {scope}";
    public override string CertTopicExclude(string words) => $"; not counted inside: {words}";
}
