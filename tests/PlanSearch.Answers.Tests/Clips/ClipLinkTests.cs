using System.Buffers.Text;
using System.IO.Compression;
using PlanSearch.Answers.Clips;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Answers.Tests.Clips;

public sealed class ClipLinkTests(ITestOutputHelper output)
{
    [Fact]
    public void Read_WhatWriteWrote_IsTheSameFolder()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        foreach (var clips in (int[])[0, 1, 2, 3, 12, 100, ClipFolder.MaxClips])
        {
            var folder = RandomFolders.Make(random, clips);

            var read = ClipLink.Read(ClipLink.Write(folder)).Value!;

            // An empty folder has no link, and so no title either.
            Assert.Equal(clips == 0 ? RandomFolders.Print(ClipFolder.Empty) : RandomFolders.Print(folder), RandomFolders.Print(read));
        }
    }

    [Fact]
    public void Write_HundredExcerptsOfTwoTopics_FitIntoAnAddress()
    {
        var random = new Random(5);
        var folder = new ClipFolder
        {
            Searches = [new() { Query = "氢能" }, new() { Query = "营商环境" }],
            Clips =
            [
                .. Enumerable.Range(0, 100).Select(number => new Clip
                {
                    Plan = $"county-{number % 20}",
                    Anchor = string.Concat(Enumerable.Range(0, 10).Select(_ => "0123456789abcdefghjkmnpqrstvwxyz"[random.Next(32)])),
                    Hits = [new(random.Next(200), 2)],
                    Words = number % 2 == 0 ? "氢能" : "营商环境",
                    Aspect = number % 3 == 0 ? "目标" : "任务",
                    Search = number % 2,
                }),
            ],
        };

        var link = ClipLink.Write(folder);

        output.WriteLine($"{link.Length} signs");
        Assert.InRange(link.Length, 1, ClipLink.MaxLength);
    }

    [Fact]
    public void Read_TruncatedAnywhere_IsAFaultAndNeverAnotherFolder()
    {
        var folder = RandomFolders.Make(new Random(1), 12);
        var link = ClipLink.Write(folder);
        var faults = 0;
        for (var length = 1; length < link.Length; length++)
        {
            var (read, fault) = ClipLink.Read(link[..length]);
            // The last sign may hold no more than the mark of the end, behind all that is said.
            Assert.True(fault is not null || RandomFolders.Print(read!) == RandomFolders.Print(folder), $"{length} signs");
            faults += fault is null ? 0 : 1;
        }

        Assert.InRange(faults, link.Length - 4, link.Length - 1);
    }

    [Fact]
    public void Read_AnyBitFlipped_IsAFaultAndNeverAnotherFolder()
    {
        var folder = RandomFolders.Make(new Random(2), 12);
        var bytes = Base64Url.DecodeFromChars(ClipLink.Write(folder));

        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var (read, fault) = ClipLink.Read(Base64Url.EncodeToString(flipped));
            // A flip in the padding behind the last deflated byte changes nothing.
            Assert.True(fault is not null || RandomFolders.Print(read!) == RandomFolders.Print(folder), $"bit {bit}");
        }
    }

    [Fact]
    public void Read_Garbage_NeverThrows()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        for (var run = 0; run < 5_000; run++)
        {
            var bytes = new byte[random.Next(1, 200)];
            random.NextBytes(bytes);
            bytes[0] = (byte)random.Next(3);
            Assert.NotNull(ClipLink.Read(Base64Url.EncodeToString(bytes)).Fault);
            Assert.NotNull(ClipLink.Read(new string([.. bytes.Select(unit => (char)(unit * 251))])).Fault);
        }
    }

    [Fact]
    public void Read_BombOfZeros_IsAFault()
    {
        using var bomb = new MemoryStream();
        bomb.Write([1, 0, 0, 0, 0]);
        using (var deflate = new DeflateStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(new byte[64 << 20]);
        }

        Assert.Equal("clips_link_broken", ClipLink.Read(Base64Url.EncodeToString(bomb.ToArray())).Fault!.Code);
    }
}
