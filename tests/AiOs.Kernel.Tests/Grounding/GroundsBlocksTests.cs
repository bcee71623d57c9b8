using AiOs.Contracts.Approvals;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Messages;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Tests.Grounding;

public sealed class GroundsBlocksTests
{
    [Theory]
    [InlineData(ContentOrigin.DirectMail, "Goes to the sender of this mail.")]
    [InlineData(ContentOrigin.InlineForward, "Goes to an address that was read from the forwarded text, which anybody can write.")]
    [InlineData(ContentOrigin.AttachedForward, "Goes to the sender of the forwarded mail.")]
    [InlineData(null, "Goes to the sender of this message.")]
    public void Of_ReplyToTheSender_IsOneQuietLine(ContentOrigin? origin, string line) =>
        Assert.Equal([new CardBlock.Hint(line)], GroundsBlocks.Of(new Case().Ground(To(Case.Anna)), origin));

    [Fact]
    public void Of_ReplyToAll_NamesTheOthersQuietly() =>
        Assert.Equal(
            [new CardBlock.Hint("Goes to the sender of this mail."), new CardBlock.Hint("Also goes to carl@berg.example, named as recipients in the message.")],
            GroundsBlocks.Of(new Case().Ground(To(Case.Anna), To("carl@berg.example")), ContentOrigin.DirectMail));

    [Fact]
    public void Of_AccountOnlyInTheText_IsAWarning() =>
        Assert.Equal(
            [new CardBlock.Warning($"The bank account {Case.Iban} stands only in the mail's text; nothing of yours confirms it.")],
            GroundsBlocks.Of(new Case { Message = Case.Mail("Pay to " + Case.Iban) }.Ground(new SensitiveValue(SensitiveKind.BankAccount, "iban", Case.Iban)), ContentOrigin.DirectMail));

    [Fact]
    public void Of_AddressOnlyInTheText_IsAWarning() =>
        Assert.Equal(
            [new CardBlock.Warning("The address eve@evil.example stands only in the mail's text; nothing of yours confirms it.")],
            GroundsBlocks.Of(new Case { Message = Case.Mail("Answer eve@evil.example") }.Ground(To("eve@evil.example")), ContentOrigin.DirectMail));

    [Fact]
    public void Of_ValueFoundNowhere_IsAWarning() =>
        Assert.Equal(
            [new CardBlock.Warning("The amount 9.00 EUR stands nowhere: not in the message, not in your words, not in a Record.")],
            GroundsBlocks.Of(new Case().Ground(new SensitiveValue(SensitiveKind.Amount, "amount", "9.00 EUR")), null));

    [Fact]
    public void Of_Grounded_IsQuietRows()
    {
        var asked = new Case { Records = [Case.Client(("email", Case.Anna, Provenance.Operator))], Words = ["pay 1200 EUR"] };
        var facts = Assert.IsType<CardBlock.Facts>(Assert.Single(GroundsBlocks.Of(asked.Ground(To(Case.Anna), new SensitiveValue(SensitiveKind.Amount, "amount", "1200.00 EUR")), ContentOrigin.DirectMail)));

        Assert.Equal([new Fact("Checked", "to anna@berg.example — client/berg, version 3"), new Fact("Checked", "amount 1200.00 EUR — your words")], facts.Rows);
    }

    [Fact]
    public void Of_Conflict_IsAWarningBeforeAllElse()
    {
        var asked = new Case
        {
            Message = Case.Mail("Now " + Case.OtherIban),
            Records = [Case.Client(("email", Case.Anna, Provenance.Operator), ("iban", Case.Iban, Provenance.Operator))],
        };
        var blocks = GroundsBlocks.Of(asked.Ground(To(Case.Anna), new SensitiveValue(SensitiveKind.BankAccount, "iban", Case.OtherIban)), ContentOrigin.DirectMail).ToList();

        Assert.Equal(new CardBlock.Warning($"client/berg says {Case.Iban}, the mail says {Case.OtherIban}."), blocks[0]);
        Assert.Equal([typeof(CardBlock.Warning), typeof(CardBlock.Warning), typeof(CardBlock.Facts)], blocks.Select(block => block.GetType()));
    }

    [Fact]
    public void Of_ManyLinks_Collapse()
    {
        var links = Enumerable.Range(1, 14).Select(number => $"https://berg.example/{number}").ToList();
        var grounds = new Case { Message = Case.Mail(string.Join('\n', links)) }.Ground([.. links.Select(link => new SensitiveValue(SensitiveKind.Url, "link", link))]);
        var blocks = GroundsBlocks.Of(grounds, ContentOrigin.DirectMail).ToList();

        Assert.Equal(3, blocks.Count);
        Assert.Equal(new CardBlock.Warning("And 12 more links from the mail's text."), blocks[2]);
    }

    [Fact]
    public void Of_HugeGrounds_StayShort()
    {
        var long9 = new string('x', 9_000);
        var grounds = new EffectGrounds
        {
            Values = [.. Enumerable.Range(0, 800).Select(at => new GroundedValue((SensitiveKind)(at % 5), long9, at + long9, (Provenance)(at % 4), "place " + (at % 97)))],
            Conflicts = [.. Enumerable.Range(0, 500).Select(at => at + long9)],
        };
        var blocks = GroundsBlocks.Of(grounds, ContentOrigin.DirectMail).ToList();

        Assert.InRange(blocks.Count, 10, 16);
        Assert.All(blocks, block => Assert.InRange(block.ToString()!.Length, 1, 500));
        Assert.Contains(new CardBlock.Warning("And 497 more values that Records contradict."), blocks);
    }

    [Fact]
    public void Of_HiddenCharacters_AreShown()
    {
        var block = Assert.Single(GroundsBlocks.Of(new Case().Ground(To("anna@berg\u202e\n.example")), null));

        Assert.Contains("anna@berg[U+202E] .example", Assert.IsType<CardBlock.Warning>(block).Value, StringComparison.Ordinal);
    }

    private static SensitiveValue To(string address) => new(SensitiveKind.Recipient, "to", address);
}
