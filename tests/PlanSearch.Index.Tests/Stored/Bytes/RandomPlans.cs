using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Index.Tests.Stored.Bytes;

/// <summary>Plans whose every member is drawn, likely and unlikely values alike: what a codec must carry.</summary>
internal sealed class RandomPlans(int seed)
{
    private readonly Random _random = new(seed);

    public StoredPlan Next(int blocks) => new()
    {
        Id = Text(),
        Root = Text(),
        File = Text(),
        Bytes = _random.NextInt64(long.MaxValue),
        FileDigest = Text(),
        WrittenAt = _random.NextInt64(long.MaxValue),
        SidecarWrittenAt = _random.NextInt64(long.MaxValue),
        OutlineWrittenAt = Flip() ? 0 : _random.NextInt64(long.MaxValue),
        Corrections = Flip() ? [] : Many(3, Correction),
        Confirmations = Flip() ? [] : Many(3, () => new PlanConfirmation((ConfirmedPart)_random.Next(3), Text(), Text(), Text())),
        TextDigest = Text(),
        LogicalDigest = Text(),
        Encoding = Text(),
        EncodingReason = Text(),
        Format = Text(),
        Program = Text(),
        Metadata = new PlanMetadata
        {
            Title = Text(),
            ShortTitle = Text(),
            DocumentNumber = Text(),
            RegionPath = Many(3, Text),
            RegionCode = Text(),
            Level = Text(),
            Extra = ImmutableSortedDictionary.CreateRange(Many(4, () => KeyValuePair.Create(Text(), Text())).DistinctBy(pair => pair.Key)),
            UnknownFields = Many(3, Text),
            Inferences = Many(2, Text),
        },
        Ledger = new ParseLedger
        {
            Lines = Number(),
            Characters = Number(),
            CharactersByKind = ImmutableSortedDictionary.CreateRange(
                Enum.GetValues<BlockKind>().Select(kind => KeyValuePair.Create(kind, Number()))),
            BlanksRemoved = Number(),
            MarksRemoved = Number(),
            CharactersUnplaced = Number() - 5,
            Joins = Number(),
            Boxes = Number(),
            Tables = Number(),
            IsComplete = Flip(),
            Diagnostics = Many(5, () => new ParseDiagnostic(Number(), Text(), Text())),
        },
        Nodes = Many(6, () => new OutlineNode(Number() - 1, Number(), Text(), Text(), Number() - 1)),
        Blocks = [.. Enumerable.Range(0, blocks).Select(_ => Block())],
        Boxes = Many(3, () => new Box(Number(), Text(), Text(), Number(), Number(), Number(), Text(), _random.NextDouble())),
        Tables = Many(3, () => new Table(Text(), Number(), Number() - 1, Number(), Number(), Many(4, Text))),
        FormerAnchors = Flip() ? [] : Many(3, () => new FormerAnchor(Text(), Number(), Number(), Number(), Number())),
        Records = Many(5, () => new PlanRecord((RecordKind)_random.Next(3), Number(), Number() - 1, Number() - 1)),
    };

    private StoredBlock Block() => new()
    {
        Kind = (BlockKind)_random.Next(18),
        Node = Number(),
        Box = Number() - 1,
        Table = Number() - 1,
        Record = Number() - 1,
        Entry = Number(),
        Paragraph = Number(),
        Depth = _random.Next(7),
        Marker = Text(),
        Lead = Flip() ? default : new TextRange(Number(), Number()),
        Cells = Flip() ? [] : Flip() ? Row() : Many(4, () => new TextRange(Number(), Number())),
        Page = Flip() ? null : Number(),
        Lines = Flip() ? [(0, Number())] : Many(3, () => (Number(), Number())),
        Section = (PlanSection)_random.Next(6),
        Repeat = Flip() ? 1 : Number() + 1,
    };

    private PlacedCorrection Correction() => new(
        new OutlineCorrection(new LineWords(Text(), Number()), (LineRole)_random.Next(4), _random.Next(9), Text(), Text()),
        Number(),
        Text());

    private ImmutableArray<TextRange> Row()
    {
        var cells = ImmutableArray.CreateBuilder<TextRange>();
        for (var start = 0; cells.Count < 4; start = cells[^1].End + 1)
        {
            cells.Add(new TextRange(start, _random.Next(9)));
        }

        return cells.ToImmutable();
    }

    private int Number() => _random.Next(10) switch
    {
        0 => 0,
        1 => int.MaxValue / 4,
        _ => _random.Next(200),
    };

    private bool Flip() => _random.Next(2) == 0;

    private string Text() => _random.Next(8) switch
    {
        0 => "",
        1 => "abc §",
        2 => "\uD800低",
        3 => "第三章",
        _ => string.Concat(Enumerable.Range(0, _random.Next(1, 20)).Select(_ => (char)_random.Next(0x4E00, 0x9FA5))),
    };

    private ImmutableArray<T> Many<T>(int most, Func<T> next) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => next())];
}
