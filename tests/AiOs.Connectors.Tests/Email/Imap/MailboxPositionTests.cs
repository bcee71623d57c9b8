using AiOs.Connectors.Email.Imap;

namespace AiOs.Connectors.Tests.Email.Imap;

public sealed class MailboxPositionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Parse_WhatWasWritten_IsTheSame()
    {
        var position = new MailboxPosition(uint.MaxValue, 17, 4, Now);
        Assert.Equal(position, MailboxPosition.Parse(position.ToString()));
        Assert.Equal("1 4294967295 17 4 1795424400", position.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1 2 3 4")]
    [InlineData("2 2 3 4 5")]
    [InlineData("1 -2 3 4 5")]
    [InlineData("1 2 3 4 99999999999999999")]
    public void Parse_AnythingElse_IsNothing(string? text) => Assert.Null(MailboxPosition.Parse(text));

    [Fact]
    public void Of_FirstSight_HoldsAllThatIsThereForOld() => Assert.Equal(new MailboxPosition(7, 0, 40, Now), MailboxPosition.Of(null, 7, 41, Now));

    [Fact]
    public void Of_SameNumbers_GoesOn()
    {
        var known = new MailboxPosition(7, 40, 10, Now);
        Assert.Same(known, MailboxPosition.Of(known, 7, 41, Now.AddDays(1)));
        Assert.Same(known, MailboxPosition.Of(known, 7, null, Now.AddDays(1)));
    }

    [Theory]
    [InlineData(8, 41)]
    [InlineData(7, 5)]
    public void Of_OtherNumbers_BeginsAnewAndKeepsSince(uint validity, uint next) =>
        Assert.Equal(new MailboxPosition(validity, 0, next - 1, Now), MailboxPosition.Of(new MailboxPosition(7, 40, 10, Now), validity, next, Now.AddDays(1)));

    [Theory]
    [InlineData(5u, false, 0, false)]
    [InlineData(6u, false, -9, true)]
    [InlineData(6u, true, -9, false)]
    [InlineData(6u, true, 0, true)]
    [InlineData(11u, true, -9, true)]
    public void Wants_OldMails_OnlyWhereUnreadOrSince(uint uid, bool isRead, int days, bool wants) =>
        Assert.Equal(wants, new MailboxPosition(7, 5, 10, Now).Wants(uid, isRead, Now.AddDays(days)));

    [Fact]
    public void After_Failures_WaitsLongerUpToAMinute()
    {
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(1, 8).Select(failures => (int)ImapRetreat.After(mayPass: true, failures).TotalSeconds));
        Assert.Equal(60, ImapRetreat.After(mayPass: true, int.MaxValue).TotalSeconds);
        Assert.Equal(15, ImapRetreat.After(mayPass: false, 1).TotalMinutes);
    }
}
