using System.Text;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>A query that is decided within a sentence, a block, a section, a box or a plan: 同句(氢能 产业).</summary>
/// <param name="Scope">What it is decided in.</param>
/// <param name="Inner">The query.</param>
public sealed record ScopedQuery(QueryScope Scope, PlanQuery Inner) : PlanQuery
{
    internal override void Print(StringBuilder text)
    {
        text.Append(QueryScopes.NameOf(Scope)).Append('(');
        Inner.Print(text);
        text.Append(')');
    }

    internal override void Say(StringBuilder text)
    {
        text.Append(QueryScopes.PlaceOf(Scope)).Append('中');
        QueryWords.AppendPart(Inner, text);
    }

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [Inner];

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => this with { Inner = change(Inner) };

    internal override Query ToIndex(IndexForm form) => new ScopeQuery(
        Scope switch
        {
            QueryScope.Sentence => Plans.Text.Scope.Sentence,
            QueryScope.Paragraph => Plans.Text.Scope.Block,
            QueryScope.Plan => Plans.Text.Scope.Document,
            _ => Plans.Text.Scope.Level,
        },
        Scope switch { QueryScope.Section => PlanRanks.NodeLevel, QueryScope.Box => PlanRanks.BoxLevel, _ => 0 },
        Inner.ToIndex(form));
}
