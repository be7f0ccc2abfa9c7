using System.Collections.Immutable;
using System.Text;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Text;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Queries.Language;

/// <summary>A query as it was understood: what is in a record (章节) for the record to be an answer.</summary>
/// <remarks>
/// Trees made by <see cref="AllOf.Of"/> and <see cref="AnyOf.Of"/> are canonical: no group holds a group of its own kind, none has
/// a single part, none names a part twice. The parser makes no others, so printing and parsing again is the identity.
/// A scope is a row of <see cref="QueryScopes"/>, an operator between two words a row of <see cref="PairOperators"/>: all that reads,
/// says, bounds and explains them walks those tables. A rule of its own is a class beside <see cref="NearQuery"/>, which whatever decides a
/// query asks. An operator of another form is a class of this and a line of the grammar; where the index does not decide it yet, a class of
/// <see cref="Query"/> as well, with a line where texts decide (<c>TextDecision</c>), where the index does (<c>TreeEvaluation</c>), and
/// where a cluster looks for plans that may have it (<c>Candidates</c>). What meets a class it does not know throws; <c>PushRules</c> lets
/// the cluster count only what it knows.
/// </remarks>
public abstract record PlanQuery
{
    private protected PlanQuery()
    {
    }

    /// <summary>The query in normal form: parsing it as an expression gives the same query.</summary>
    public string NormalForm => Written(Print);

    /// <summary>The query in Chinese words: 含“氢能”并且含“储能”，不含“氢氧化”.</summary>
    public string InWords => Written(Say);

    /// <summary>Whether it is among operators without brackets of its own.</summary>
    internal virtual bool IsAtom => true;

    /// <summary>Writes the normal form.</summary>
    internal abstract void Print(StringBuilder text);

    /// <summary>Writes it in Chinese words.</summary>
    internal abstract void Say(StringBuilder text);

    /// <summary>The queries it is made of, in reading order.</summary>
    /// <param name="withExcluded">Whether those of a NOT are among them.</param>
    internal abstract IEnumerable<PlanQuery> PartsOf(bool withExcluded);

    /// <summary>The same of other parts.</summary>
    /// <param name="change">Gives what takes the place of each of <see cref="PartsOf"/>.</param>
    /// <param name="withExcluded">Whether those of a NOT are changed.</param>
    internal abstract PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded);

    /// <summary>The query as the index is asked for it.</summary>
    internal abstract Query ToIndex(IndexForm form);

    private static string Written(Action<StringBuilder> write)
    {
        var text = new StringBuilder();
        write(text);
        return text.ToString();
    }
}

/// <summary>A query that holds no other: a word.</summary>
public abstract record WordQuery : PlanQuery
{
    private protected WordQuery()
    {
    }

    /// <summary>What it is called in Chinese words: “氢能”.</summary>
    internal abstract string Called { get; }

    internal sealed override void Say(StringBuilder text) => text.Append('含').Append(Called);

    internal sealed override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => [];

    internal sealed override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => this;
}

/// <summary>A string that occurs.</summary>
/// <param name="Text">Cleaned by <see cref="QueryText.Clean"/>; at least one code unit.</param>
/// <param name="IsOpenAtStart">Found inside a longer run of letters and digits too, at its start: *5G.</param>
/// <param name="IsOpenAtEnd">The same at its end: 202*.</param>
public sealed record LiteralTerm(string Text, bool IsOpenAtStart = false, bool IsOpenAtEnd = false) : WordQuery
{
    internal override string Called => QueryWords.Quoted(Text) + Openness;

    // A star lifts the rule of whole runs, which says nothing of Han characters: what is beside them is never looked at.
    private string Openness =>
        !IsOpenAtStart && !IsOpenAtEnd ? ""
        : (IsOpenAtStart && Fold.FoldsToRunUnit(Text[0])) || (IsOpenAtEnd && Fold.FoldsToRunUnit(Text[^1])) ? "（计入更长的字母数字串）"
        : "（前后接什么字都算，不必写“*”）";

    internal override void Print(StringBuilder text) => text.Append(Language.NormalForm.Of(this));

    // Exact mode looks for what was typed; else a heading's marker with or without its blank is the same.
    internal override Query ToIndex(IndexForm form)
    {
        Query Literal(string text) =>
            new LiteralQuery(text) { IsExact = form.IsExact, IsOpenAtStart = IsOpenAtStart, IsOpenAtEnd = IsOpenAtEnd };
        return form.OneOf([.. (form.IsExact ? [Text] : PastedText.Forms(Text)).Select(Literal)]);
    }
}

/// <summary>All of <see cref="Required"/> and none of <see cref="Excluded"/>, within one record.</summary>
/// <param name="Required">At least one; at least two when nothing is excluded.</param>
/// <param name="Excluded">May be empty.</param>
public sealed record AllOf(ImmutableArray<PlanQuery> Required, ImmutableArray<PlanQuery> Excluded) : PlanQuery
{
    /// <summary>The canonical query for these parts: inner groups of the same kind are taken in, repetitions left out.</summary>
    /// <exception cref="ArgumentException">Nothing is required.</exception>
    public static PlanQuery Of(IEnumerable<PlanQuery> required, IEnumerable<PlanQuery> excluded)
    {
        var (needed, unwanted) = (new List<PlanQuery>(), new List<PlanQuery>());
        foreach (var part in required)
        {
            var inner = part as AllOf;
            AddNew(needed, inner is null ? [part] : inner.Required);
            AddNew(unwanted, inner is null ? [] : inner.Excluded);
        }

        AddNew(unwanted, excluded);
        return needed switch
        {
            [] => throw new ArgumentException("At least one part is required.", nameof(required)),
            [var only] when unwanted.Count == 0 => only,
            _ => new AllOf([.. needed], [.. unwanted]),
        };
    }

    internal override bool IsAtom => false;

    internal override void Print(StringBuilder text)
    {
        Language.NormalForm.AppendParts(Required, " ", "", text);
        text.Append(Excluded.IsEmpty ? "" : " ");
        Language.NormalForm.AppendParts(Excluded, " ", "-", text);
    }

    internal override void Say(StringBuilder text)
    {
        QueryWords.AppendParts(Required, "并且", text);
        foreach (var part in Excluded)
        {
            text.Append(part is WordQuery ? "，不" : "，不得");
            QueryWords.AppendPart(part, text);
        }
    }

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => withExcluded ? Required.Concat(Excluded) : Required;

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) =>
        Of(Required.Select(change), withExcluded ? Excluded.Select(change) : Excluded);

    internal override Query ToIndex(IndexForm form) =>
        new AndQuery([.. Required.Select(part => part.ToIndex(form))], [.. Excluded.Select(part => part.ToIndex(form))]);

    /// <inheritdoc/>
    public bool Equals(AllOf? other) =>
        other is not null && Required.SequenceEqual(other.Required) && Excluded.SequenceEqual(other.Excluded);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Required.Length, Excluded.Length, Required[0]);

    internal static void AddNew(List<PlanQuery> parts, IEnumerable<PlanQuery> added)
    {
        foreach (var part in added)
        {
            if (!parts.Contains(part))
            {
                parts.Add(part);
            }
        }
    }
}

/// <summary>At least one of the parts, within one record.</summary>
/// <param name="Parts">At least two.</param>
public sealed record AnyOf(ImmutableArray<PlanQuery> Parts) : PlanQuery
{
    /// <summary>The canonical query for these parts: inner groups of the same kind are taken in, repetitions left out.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static PlanQuery Of(IEnumerable<PlanQuery> parts)
    {
        var distinct = new List<PlanQuery>();
        foreach (var part in parts)
        {
            AllOf.AddNew(distinct, part is AnyOf inner ? inner.Parts : [part]);
        }

        return distinct switch
        {
            [] => throw new ArgumentException("At least one part is needed.", nameof(parts)),
            [var only] => only,
            _ => new AnyOf([.. distinct]),
        };
    }

    internal override bool IsAtom => false;

    internal override void Print(StringBuilder text) => Language.NormalForm.AppendParts(Parts, " | ", "", text);

    internal override void Say(StringBuilder text) => QueryWords.AppendParts(Parts, "或者", text);

    internal override IEnumerable<PlanQuery> PartsOf(bool withExcluded) => Parts;

    internal override PlanQuery WithParts(Func<PlanQuery, PlanQuery> change, bool withExcluded) => Of(Parts.Select(change));

    internal override Query ToIndex(IndexForm form) => new OrQuery([.. Parts.Select(part => part.ToIndex(form))]);

    /// <inheritdoc/>
    public bool Equals(AnyOf? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parts.Length, Parts[0]);
}
