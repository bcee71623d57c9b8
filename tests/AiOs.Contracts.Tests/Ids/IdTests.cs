using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Contracts.Tests.Ids;

public sealed class IdTests
{
    private static readonly Guid Known = Guid.Parse("0199a000-0000-7000-8000-0000000000ab");

    [Fact]
    public void Next_AtAMoment_IsAVersion7UuidOfThatMoment()
    {
        var id = new IdSource(new FakeTimeProvider(Some.Moment), new SeededEntropy(1)).Next();
        var bytes = id.ToByteArray(bigEndian: true);
        var milliseconds = bytes[..6].Aggregate(0L, (value, next) => (value << 8) | next);

        Assert.Equal(Some.Moment.ToUnixTimeMilliseconds(), milliseconds);
        Assert.Equal((7, 0b10), (bytes[6] >> 4, bytes[8] >> 6));
        Assert.Equal((7, 8), (id.Version, id.Variant & 0xc));
    }

    [Fact]
    public void Next_ManyTimes_DifferAndSortByTime()
    {
        var time = new FakeTimeProvider(Some.Moment);
        var ids = new IdSource(time, new SeededEntropy(1));
        var made = new List<string>();
        for (var number = 0; number < 1000; number++)
        {
            made.Add(ids.Next().ToString("N"));
            time.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(1000, made.Select(id => id[14..]).Distinct().Count());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ids.Next()).Distinct().Count());
    }

    [Theory]
    [InlineData("0199a0000000700080000000000000ab", true)]
    [InlineData("0199A000-0000-7000-8000-0000000000AB", true)]
    [InlineData("work/0199a0000000700080000000000000ab", true)]
    [InlineData("record/0199a0000000700080000000000000ab", false)]
    [InlineData("0199a0000000700080000000000000a", false)]
    [InlineData("0199a0000000700080000000000000ag", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void TryParse_WorkItem_TakesBothFormsAndTheStream(string? text, bool read)
    {
        Assert.Equal(read, WorkItemId.TryParse(text, out var id));
        Assert.Equal(read ? Known : Guid.Empty, id.Value);
    }

    [Fact]
    public void ToString_OfEachId_IsReadBack()
    {
        Assert.True(ApprovalId.TryParse(new ApprovalId(Known).ToString(), out var approval) && approval.Value == Known);
        Assert.True(EffectId.TryParse(new EffectId(Known).ToString(), out var effect) && effect.Value == Known);
        Assert.True(MessageId.TryParse(new MessageId(Known).ToString(), out var message) && message.Value == Known);
        Assert.True(ProposalId.TryParse(new ProposalId(Known).ToString(), out var proposal) && proposal.Value == Known);
        Assert.True(CommitId.TryParse(new CommitId(Known).ToString(), out var commit) && commit.Value == Known);
        Assert.Equal("0199a0000000700080000000000000ab", new WorkItemId(Known).ToString());
        Assert.False(ApprovalId.TryParse("work/" + Known.ToString("N"), out _));
    }

    [Theory]
    [InlineData("client/berg", "client", "berg")]
    [InlineData("client/berg/2", "client", "berg/2")]
    [InlineData("/berg", null, null)]
    [InlineData("client/", null, null)]
    [InlineData("client", null, null)]
    [InlineData(null, null, null)]
    public void TryParse_Record_TakesTypeAndKey(string? text, string? type, string? key)
    {
        Assert.Equal(type is not null, RecordId.TryParse(text, out var id));
        Assert.Equal((type, key), (id.Type, id.Key));
        Assert.True(type is null || id.ToString() == text);
    }

    [Fact]
    public void Stream_OfEach_IsNamedAfterIt()
    {
        Assert.Equal("work/0199a0000000700080000000000000ab", StreamId.Of(new WorkItemId(Known)).Value);
        Assert.Equal("message/0199a0000000700080000000000000ab", StreamId.Of(new MessageId(Known)).Value);
        Assert.Equal("record/client/berg", StreamId.Of(new RecordId("client", "berg")).Value);
        Assert.Equal("knowledge/0199a0000000700080000000000000ab", StreamId.OfKnowledge(new EffectId(Known)).Value);
        Assert.Equal("workspace", StreamId.Workspace.Value);
    }

    [Fact]
    public void Digest_OfBytes_IsSha256()
    {
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.Of("abc"u8).Hex);
        Assert.Equal(new string('0', 64), Digest.Zero.ToString());
    }

    [Theory]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", true)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a", false)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag", false)]
    [InlineData(null, false)]
    public void TryParse_Digest_TakesEitherCaseAndWholeOnly(string? text, bool read)
    {
        Assert.Equal(read, Digest.TryParse(text, out var digest));
        Assert.Equal(read ? Digest.Of("abc"u8) : default, digest);
    }

    [Fact]
    public void Json_OfIds_IsOneString()
    {
        Assert.Equal("\"0199a0000000700080000000000000ab\"", JsonSerializer.Serialize(new WorkItemId(Known)));
        Assert.Equal("\"client/berg\"", JsonSerializer.Serialize(new RecordId("client", "berg")));
        Assert.Equal("\"email.send\"", JsonSerializer.Serialize(EffectKind.EmailSend));
        Assert.Equal(new WorkItemId(Known), JsonSerializer.Deserialize<WorkItemId>("\"0199a0000000700080000000000000ab\""));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<WorkItemId>("\"x\""));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<EffectKind>("\"\""));
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Digest>("null"));
    }
}
