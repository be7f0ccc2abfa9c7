using PlanSearch.Queries.Signs;

namespace PlanSearch.Web.Pages.Texts;

/// <summary>The help and the keys.</summary>
internal abstract partial class PageTexts
{
    public abstract string KeysTitle { get; }
    public abstract string KeysClose { get; }
    public abstract string KeySlash { get; }
    public abstract string KeyNextHit { get; }
    public abstract string KeyNextMention { get; }
    public abstract string KeyHelp { get; }
    public abstract string PromiseTitle { get; }
    public abstract string Promise1 { get; }
    public abstract string Promise2 { get; }
    public abstract string Promise3 { get; }
    public abstract string HelpMatch { get; }
    public abstract string HelpMatch1 { get; }
    public abstract string HelpMatch2 { get; }
    public abstract string HelpMatch3 { get; }
    public abstract string HelpCount { get; }
    public abstract string HelpMention { get; }
    public abstract string HelpRecord { get; }
    public abstract string HelpPlan { get; }
    public abstract string HelpCount2 { get; }
    public abstract string HelpQuery { get; }
    public abstract string HelpQueryTable { get; }
    public abstract string HelpForm { get; }
    public abstract string HelpMeaning { get; }
    public abstract string HelpAnd { get; }
    public abstract string HelpOr { get; }
    public abstract string HelpNot { get; }
    public abstract string HelpQuote { get; }
    public abstract string HelpGroup { get; }
    public abstract string HelpOpen { get; }
    public abstract string HelpQuery2 { get; }
    public abstract string HelpAbsent { get; }
    public abstract string HelpReading { get; }
    public abstract string HelpReading1 { get; }
    public abstract string HelpApi { get; }
    public abstract string HelpApi1 { get; }
    public abstract string HelpPair(PairOperator row);
    public abstract string HelpScope { get; }
    public abstract string HelpOutside { get; }
    public abstract string HelpPattern { get; }
    public abstract string HelpField { get; }
    public abstract string HelpTopic { get; }
    public abstract string HelpManuals { get; }
    public abstract string HelpTopicOff { get; }
    public abstract string HelpTopics1 { get; }
    public abstract string HelpFilters1 { get; }
    public abstract string HelpMentions1 { get; }
    public abstract string HelpCertificate1 { get; }
    public abstract string HelpPlans1 { get; }
    public abstract string HelpPortal1 { get; }
}
