using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;

namespace PlanSearch.Queries.Tests.Words;

/// <summary>How much characters are alike, by hanzi.csv as it comes with the program.</summary>
public sealed class HanziTests : IDisposable
{
    private static readonly Hanzi Table = Hanzi.Load(Repository.ReferenceData);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("境镜", "SameSound")]
    [InlineData("源缘", "SameSound")]
    [InlineData("绿律", "SameSound")]      // lu and lv: one of its sounds is enough
    [InlineData("兴星", "SameSound")]
    [InlineData("张赞", "NearSound")]      // zh, ang
    [InlineData("城岑", "NearSound")]      // ch, eng
    [InlineData("是四", "NearSound")]
    [InlineData("能楞", "NearSound")]      // n
    [InlineData("京金", "NearSound")]      // ing
    [InlineData("己已", "Shape")]
    [InlineData("末未", "Shape")]
    [InlineData("拔拨", "Shape")]
    [InlineData("徒徙", "Shape")]
    [InlineData("贷货", "Shape")]
    [InlineData("环坏", "Shape")]
    [InlineData("氢能", "None")]
    [InlineData("权务", "None")]
    [InlineData("能5", "None")]
    [InlineData("Ab", "None")]
    public void Compare_TwoCharacters_IsTheSameEitherWay(string pair, string likeness)
    {
        Assert.Equal(likeness, Table.Compare(pair[0], pair[1]).ToString());
        Assert.Equal(likeness, Table.Compare(pair[1], pair[0]).ToString());
    }

    [Fact]
    public void SoundsOf_CharacterWithSeveral_AreEachOnceAndNearOnesTheSame()
    {
        Assert.Equal(2, Table.SoundsOf('绿').Length);
        Assert.Equal(1, Table.SoundsOf('兴').Length);
        Assert.True(Table.SoundsOf('张').SequenceEqual(Table.SoundsOf('簪')));
        Assert.True(Table.SoundsOf('A').IsEmpty);
    }

    [Fact]
    public void Load_Table_HoldsTheCharactersInCommonUse()
    {
        Assert.All("营商环境氢能源轨道交通养老服务专精特新河长制乡村振兴知识产权镕", unit => Assert.True(Table.Holds(unit)));
        Assert.False(Table.Holds('營'));
    }

    [Theory]
    [InlineData("境,jing,GYTU", "line 2")]
    [InlineData("境,jing,GYTU,4011\n,jing,GYTU,4011", "line 3")]
    [InlineData("境,,GYTU,4011", "line 2")]
    public void Load_OtherTable_SaysWhere(string rows, string where)
    {
        File.WriteAllText(_folder.At("hanzi.csv"), "character,sounds,cangjie,corners\n" + rows + "\n");

        Assert.Contains(where, Assert.Throws<InvalidDataException>(() => Hanzi.Load(_folder.At("."))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NoTable_KnowsNoCharacter() => Assert.False(Hanzi.Load(_folder.At(".")).Holds('境'));

    public void Dispose() => _folder.Dispose();
}
