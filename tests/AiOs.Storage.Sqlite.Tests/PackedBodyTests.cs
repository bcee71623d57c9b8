using System.Text;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Storage.Sqlite.Packing;
using AiOs.Storage.Sqlite.Tests.Support;

namespace AiOs.Storage.Sqlite.Tests;

public sealed class PackedBodyTests
{
    private const string Hash = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private const string Dedupe = "aabbccddeeff00112233445566778899";

    private readonly Some _some = new(7);
    private readonly PackedWriter _writer = new();

    public static TheoryData<string> Bodies =>
    [
        string.Empty,
        "{}",
        "\"",
        "no quote at all, only text that goes on",
        "{\"hash\":\"" + Hash + "\"}",
        "{\"hash\":\"" + Hash.ToUpperInvariant() + "\"}",
        "{\"dedupe\":\"" + Dedupe + "\",\"again\":\"" + Dedupe + "\"}",
        "{\"a\":\"0123456789abcde\"}",
        "{\"a\":\"0123456789abcdef\"}",
        "{\"a\":\"0123456789abcdef0\"}",
        "{\"a\":\"message/0123456789abcdef0123456789abcdef\"}",
        "{\"a\":\"/0123456789abcdef\"}",
        "{\"a\":\"AAAAAAAAAAAAAAAAAAAAAA==\"}",
        "{\"a\":\"AAAAAAAAAAAAAAAAAAAAAB==\"}",
        "{\"a\":\"AAAAAAAAAAAAAAAAAAAAAAA=\"}",
        "{\"a\":\"AAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"a\":\"AAAA====AAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"a\":\"-_-_-_-_-_-_-_-_-_-_-_-_-_-_\"}",
        "{\"a\":\"+/+/+/+/+/+/+/+/-_-_-_-_-_-_\"}",
        "{\"a\":\"====================\"}",
        "{\"a\":\"an escaped \\\" quote and 0123456789abcdef0123\\\"456789abcdef0123\"}",
        "{\"a\":\"Grüße, 世界 — long enough to be looked at\"}",
        "{\"a\":\"AAAAAAAAAAAAAAAA\nAAAAAAAAAAAAAAAA\"}",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Unpack_OfPack_IsTheSameBytes(string body) => AssertRoundTrip(Encoding.UTF8.GetBytes(body));

    [Fact]
    public void Unpack_OfPackOfAnything_IsTheSameBytes()
    {
        string[] alphabets = ["0123456789abcdef", "ABCDEFabcdef0189+/", "ABCDEFabcdef0189-_", "=/\"\\{},:", "0123456789ABCDEF", "é\u0000\n"];
        for (var turn = 0; turn < 20_000; turn++)
        {
            var text = new StringBuilder();
            for (var parts = _some.Number(8); parts >= 0; parts--)
            {
                var alphabet = alphabets[_some.Number(alphabets.Length)];
                text.Append(_some.Number(3) == 0 ? string.Empty : "\"");
                for (var length = _some.Number(40); length > 0; length--)
                {
                    text.Append(alphabet[_some.Number(alphabet.Length)]);
                }
            }

            AssertRoundTrip(Encoding.UTF8.GetBytes(text.ToString()));
        }
    }

    [Fact]
    public void Unpack_OfPackOfRandomBytes_IsTheSameBytes()
    {
        for (var turn = 0; turn < 5000; turn++)
        {
            AssertRoundTrip(_some.Bytes(_some.Number(6000)));
        }
    }

    [Fact]
    public void Pack_CommitAsTheKernelWritesIt_TakesTwoThirds()
    {
        var commit = _some.Commit(StreamId.Of(_some.WorkItem()), 1, _some.Keyed(), 2200);

        PackedBody.Pack(commit, _writer);

        Assert.InRange(_writer.Written.Length, 1, commit.Bytes.Length * 3 / 4);
    }

    [Fact]
    public void Unpack_Scribbled_GivesSomethingElseOrSaysSo()
    {
        var commit = _some.Commit(StreamId.Of(_some.WorkItem()), 1, _some.Keyed(), 700);
        PackedBody.Pack(commit, _writer);
        var packed = _writer.Written.ToArray();
        var refused = 0;
        for (var turn = 0; turn < 5000; turn++)
        {
            var torn = packed.ToArray();
            torn[_some.Number(torn.Length)] ^= (byte)(1 + _some.Number(255));
            try
            {
                Assert.NotEqual(commit.Bytes.ToArray(), Unpack(torn[..(turn % 2 == 0 ? torn.Length : _some.Number(torn.Length))], commit));
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }

        Assert.True(refused > 100, $"{refused} were refused.");
    }

    private static byte[] Unpack(byte[] packed, StoredCommit commit)
    {
        var columns = new ColumnTexts(
            new byte[ColumnTexts.Room], commit.Hash.Hex.ToLowerInvariant(), commit.Id.Value, commit.Stream.Value, commit.Dedupe);
        return PackedBody.Unpack(packed, in columns);
    }

    private void AssertRoundTrip(byte[] body)
    {
        var commit = new StoredCommit(1, new StreamId("record/client/a"), 1, new CommitId(_some.Id()), Dedupe, new Digest(Hash), body);

        PackedBody.Pack(commit, _writer);

        Assert.Equal(body, Unpack(_writer.Written.ToArray(), commit));
    }
}
