using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Tests.Cards;

public sealed class CardTokenTests
{
    private static readonly Guid One = Guid.Parse("0197f0aa-0000-7000-8000-0000000000ff");
    private static readonly Guid Two = Guid.Parse("fedcba98-7654-4321-8fed-cba987654321");

    public static TheoryData<CardTap, char> EveryTap() => new()
    {
        { new CardTap.Decide(DecisionKind.Approve, new ApprovalId(One), default, Two.ToString("N")), 'a' },
        { new CardTap.Decide(DecisionKind.Reject, new ApprovalId(One), default, Two.ToString("N")), 'r' },
        { new CardTap.Decide(DecisionKind.Change, new ApprovalId(One), default, Two.ToString("N")), 'c' },
        { new CardTap.Decide(DecisionKind.Approve, new ApprovalId(One), default, Two.ToString("N")) { IsListed = true }, 'A' },
        { new CardTap.Decide(DecisionKind.Reject, new ApprovalId(One), default, Two.ToString("N")) { IsListed = true }, 'R' },
        { new CardTap.Show(new WorkItemId(One)), 'o' },
        { new CardTap.Answer(new WorkItemId(One)), 'q' },
        { new CardTap.Undo(new WorkItemId(One)), 'u' },
        { new CardTap.Why(new WorkItemId(One)), 'w' },
        { new CardTap.Refresh(new WorkItemId(One)), 'f' },
        { new CardTap.Settle(new WorkItemId(One), new EffectId(Two), Settlement.Happened), 'y' },
        { new CardTap.Settle(new WorkItemId(One), new EffectId(Two), Settlement.DidNotHappen), 'n' },
        { new CardTap.Settle(new WorkItemId(One), new EffectId(Two), Settlement.SendAgain), 's' },
        { new CardTap.Route(new MessageId(One), new WorkItemId(Two)), 'm' },
        { new CardTap.Route(new MessageId(One), null), 'm' },
    };

    [Theory]
    [MemberData(nameof(EveryTap))]
    public void Of_EveryTap_IsReadBackAndFitsIntoTelegram(CardTap tap, char kind)
    {
        var text = CardToken.Of(tap);
        var read = CardToken.Read(text);

        Assert.NotNull(read);
        Assert.Equal(kind, read.Kind);
        Assert.Equal(One, read.First);
        Assert.Equal((tap as CardTap.Decide)?.Kind, read.Decision);
        Assert.Equal((tap as CardTap.Settle)?.Settlement, read.Settlement);
        Assert.InRange(text.Length, 1, 64);
        Assert.All(text, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("aAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("aAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("aAAAAAAAAAAA AAAAAAAAAA")]
    public void Read_NoToken_IsNothing(string? text) => Assert.Null(CardToken.Read(text));
}
