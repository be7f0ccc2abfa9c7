
namespace PlanSearch.Web.Pages.Texts;

/// <summary>The topic sets, what is confined.</summary>
internal abstract partial class PageTexts
{
    public abstract string TopicOpen { get; }
    public abstract string TopicOpenOf(string name);
    public abstract string TopicWordsOf(string name);
    public abstract string TopicWordsHint { get; }
    public abstract string TopicWordAlone(string word, string count);
    public abstract string TopicApply { get; }
    public abstract string TopicDone(string word);
    public abstract string TopicTotal(string first, string second, string third);
    public abstract string TopicSearch { get; }
    public abstract string TopicWord { get; }
    public abstract string TopicProposals { get; }
    public abstract string TopicProposalsHint { get; }
    public abstract string TopicGain(string count);
    public abstract string TopicListed(string words);
    public abstract string TopicShared(string units);
    public abstract string TopicAdd { get; }
    public abstract string TopicLine { get; }
    public abstract string TopicAddButton { get; }
    public abstract string TopicAddButtonOf(string word);
    public abstract string CertTopic(string name);
    public abstract string CertTopicOff(string words);
    public abstract string CertConfined { get; }
    public abstract string ScopeNote(string scope);
    public abstract string CertTopicExclude(string words);
}
