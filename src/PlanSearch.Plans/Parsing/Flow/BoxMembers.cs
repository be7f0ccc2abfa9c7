using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Parsing.Shapes;

namespace PlanSearch.Plans.Parsing.Flow;

/// <summary>What surely belongs to a box so far, and by it whether a further line does (R-BOX-END-5, R-BOX-END-6, R-BOX-END-10).</summary>
/// <param name="manner">How the paragraphs of the text before the box open: a manner they do not have is the box's own.</param>
internal sealed class BoxMembers(SectionManner manner)
{
    // A sub-heading may have a few paragraphs under it before the next one.
    private const int MaxUnderHeading = 2;
    private const int MaxLead = 20;
    private const int MaxPlace = 9;
    private const int MinAlike = 2;

    private Line? _first;
    private Line? _last;
    private bool _lastIsHeading;
    private bool _hasBareHeading;
    private int _alike;

    /// <summary>The running numbers inside the box.</summary>
    public Sequences Numbers { get; } = new();

    /// <summary>Whether a table is part of it.</summary>
    public bool HasTable { get; set; }

    /// <summary>Its last line with a bullet; null when there is none.</summary>
    public Line? LastBullet { get; private set; }

    /// <summary>Whether its last line is a sub-heading.</summary>
    public bool EndsWithHeading => _lastIsHeading;

    /// <summary>Whether it holds one plain paragraph and nothing else.</summary>
    public bool IsPlain =>
        _first is not null && !HasTable && _first.Marker.Kind == MarkerKind.None && _last == _first && !IsLabelled(_first);

    /// <summary>Counts a line as a member: its number, bullet and ending are what later lines are compared with.</summary>
    public void Take(Line line, bool isHeading)
    {
        if (line.Marker.IsCounted)
        {
            Numbers.Take(line);
        }

        LastBullet = line.Marker.Kind == MarkerKind.Bullet ? line : LastBullet;
        _lastIsHeading = isHeading;
        _hasBareHeading |= isHeading && line.Marker.Kind == MarkerKind.None;
        _alike += _first is not null && line.Marker.Kind == MarkerKind.None && EndsAlike(line, _first) ? 1 : 0;
        _first ??= line;
        _last = line;
    }

    /// <summary>Whether the line belongs, by the votes that it keeps.</summary>
    /// <param name="line">The first line of a unit.</param>
    /// <param name="waiting">Lines since the last one taken that may be running text.</param>
    /// <param name="lastPiece">The last line of the unit before it, continuations included.</param>
    /// <param name="isHeading">Whether it would head the lines after it.</param>
    public bool Includes(Line line, List<Line> waiting, Line? lastPiece, bool isHeading)
    {
        var ballot = default(Ballot);
        ballot.Cast(Votes.FirstOfBox, _last is null);
        ballot.Cast(Votes.UnderHeading, _lastIsHeading && !line.Marker.IsCounted);
        ballot.Cast(Votes.Announced, _last?.Ending == Ending.Colon && !line.Marker.IsCounted);
        if (line.Marker.IsCounted)
        {
            VoteOnNumber(ref ballot, line, waiting);
        }
        else if (line.Marker.Kind != MarkerKind.None)
        {
            VoteOnBullet(ref ballot, line, waiting);
        }
        else
        {
            ballot.Cast(Votes.BareHeadingAgain, isHeading && _hasBareHeading && waiting.Count <= MaxUnderHeading);
            VoteOnWords(ref ballot, line, waiting, lastPiece ?? _last);
        }

        line.Ballot = ballot;
        return ballot.IsCarried;
    }

    /// <summary>
    /// Whether the line belongs because the entries of the box open with it, after an introduction; it decides only where nothing else
    /// does.
    /// </summary>
    public bool IncludesFirstEntry(Line line, Line? next)
    {
        var ballot = line.Ballot;
        ballot.Cast(Votes.OpensEntries, OpensEntries(line, next));
        line.Ballot = ballot;
        return line.Decide(Rules.NamesOfEntries, ballot.IsCarried);
    }

    /// <summary>
    /// Whether the entries of the box open with <paramref name="line"/>, after an introduction: two in a row have a label or a name, which
    /// no paragraph before the box has (R-BOX-END-12).
    /// </summary>
    private bool OpensEntries(Line line, Line? next)
    {
        var follows = _first is { Marker.Kind: MarkerKind.None } first
            && _last == first
            && !HasTable
            && line.Marker.Kind == MarkerKind.None
            && next is { Kind: null, Marker.Kind: MarkerKind.None };
        if (!follows
            || !((manner.Labelled == 0 && IsLabelled(line) && IsLabelled(next!))
                || (manner.Named == 0 && LeadWords.OpenWithName(line.Plain) && LeadWords.OpenWithName(next!.Plain))))
        {
            return false;
        }

        _first = null;
        return true;
    }

    /// <summary>
    /// R-BOX-END-6: whether a table does: when it follows the title or an introduction. A captioned one after other text, or a numbered one
    /// after a table, is the section's.
    /// </summary>
    public bool IncludesTable(Line line, List<Line> waiting)
    {
        var ballot = default(Ballot);
        ballot.Cast(Votes.AfterOpenText, waiting.Count > 0);
        ballot.Cast(Votes.TableOfBox, line.Kind != BlockKind.TableCaption
            || (HasTable ? !line.OpensAny(Opens.NumberedTable) : _first is null));
        line.Ballot = ballot;
        return ballot.IsCarried;
    }

    private void VoteOnBullet(ref Ballot ballot, Line line, List<Line> waiting)
    {
        ballot.Cast(Votes.AfterOpenText, waiting.Count > 0);
        ballot.Cast(Votes.SameBullet, _first is not null && _first.Marker.Sign == line.Marker.Sign);
        ballot.Cast(Votes.BulletUnderText, _first is { Marker.Kind: MarkerKind.None });
    }

    private void VoteOnNumber(ref Ballot ballot, Line line, List<Line> waiting)
    {
        ballot.Cast(Votes.AfterOpenText, waiting.Count > 0);
        if (Numbers.GoesOn(line.Marker))
        {
            ballot.Cast(Votes.OwnNumber, !waiting.Exists(other => other.Marker.Kind == line.Marker.Kind));
            return;
        }

        // A new list opens with 1 right under what is the box's; a number or two may be missing in the source.
        ballot.Cast(Votes.NewList, line.Marker.Ordinal == 1 && !StartsForeignList(line));
        ballot.Cast(Votes.NumberAhead, Numbers.StepTo(line.Marker) is > 0 and <= 3);
    }

    // R-BOX-END-10: the numbering begins anew with nothing to announce it: after a list of the same kind, or after labelled entries.
    private bool StartsForeignList(Line line) =>
        _last is { Ending: not Ending.Colon } && !_lastIsHeading
        && (Numbers.IsLive(line.Marker.Kind)
            || (_first is { Marker.Kind: MarkerKind.None } first && IsLabelled(first) && !IsLabelled(line)));

    // R-BOX-END-5: an unmarked line belongs when it is the first, is under a sub-heading, continues a list, or has the entries' own
    // style.
    private void VoteOnWords(ref Ballot ballot, Line line, List<Line> waiting, Line? before)
    {
        var isLabelled = IsLabelled(line);
        ballot.Cast(Votes.AfterOpenText, waiting.Count > 0 && !(isLabelled && _first is { } first && IsLabelled(first)));
        ballot.Cast(Votes.AfterTable, HasTable);
        if (_last is null)
        {
            return;
        }

        ballot.Cast(Votes.MemberOfList, before!.Ending is Ending.Semicolon && _last.Marker.Kind == MarkerKind.None);
        ballot.Cast(Votes.NextInWords, Sentence.MemberOf(line.Plain) is > 1 and var member && Sentence.MemberOf(_last.Plain) == member - 1);
        ballot.Cast(Votes.LabelOfEntries, isLabelled && (IsLabelled(_last) || IsLabelled(_first!)));
        ballot.Cast(Votes.BareLabel, IsBareLabel(line));
        ballot.Cast(Votes.NameOfEntries, SharesNameStyle(line));
        ballot.Cast(Votes.NameInList, !isLabelled && AreNames(_last, line));
    }

    /// <summary>
    /// R-JOIN-8: what continues a cut sentence has its comma or its stop; two lines with neither are two names, members of a list.
    /// </summary>
    public static bool AreNames(Line? open, Line line) =>
        open is { Ending: Ending.Open, Continues: null, Rest: not LineRest.GoesOn, Marker.Kind: MarkerKind.None }
        && line is { Ending: Ending.Open, Marker.Kind: MarkerKind.None } && Sentence.IsBare(open.Plain) && Sentence.IsBare(line.Plain);

    private static bool IsLabelled(Line line) => Sentence.OpensWithLabel(line.Words);

    private static bool IsBareLabel(Line line) => line.Ending == Ending.Colon && line.Plain.Length <= Measures.LabelLine;

    // 丹东市。发展… 锦州市。提升…: entries that open with a name. A chapter's lead sentence has another end.
    private bool SharesNameStyle(Line line)
    {
        if (_first is null
            || _first.Marker.Kind != MarkerKind.None
            || !Sentence.OpensWithSentence(line.Plain)
            || !Sentence.OpensWithSentence(_first.Plain))
        {
            return false;
        }

        // 辽东市。…, 辽西市。… have shown what their leads end with; 放宽落户限制。…, 完善公共服务。… end with anything.
        if (EndsAlike(line, _first))
        {
            return true;
        }

        // R-BOX-END-12: names, where no paragraph of the section before the box opens with one.
        if (manner.Named == 0 && LeadWords.OpenWithName(_first.Plain) && LeadWords.OpenWithName(line.Plain))
        {
            return true;
        }

        var isNamed = _alike >= MinAlike || NamesPlace(_first.Plain, Sentence.LeadOf(_first.Plain));
        return manner is { Led: 0, All: > 0 }
            && !isNamed
            && Sentence.LeadOf(line.Plain) <= MaxLead
            && Sentence.LeadOf(_first.Plain) is > 0 and <= MaxLead;
    }

    private static bool EndsAlike(Line line, Line model)
    {
        var (mine, other) = (Sentence.LeadOf(line.Plain), Sentence.LeadOf(model.Plain));
        return mine > 1 && other > 1 && Math.Abs(mine - other) <= 4
            && (line.Plain[mine - 2] == model.Plain[other - 2] || (NamesPlace(line.Plain, mine) && NamesPlace(model.Plain, other)));
    }

    private static bool NamesPlace(string text, int lead) =>
        lead is > 1 and <= MaxPlace && text[lead - 2] is '市' or '区' or '县' or '旗' or '州' or '盟' or '镇' or '乡';
}
