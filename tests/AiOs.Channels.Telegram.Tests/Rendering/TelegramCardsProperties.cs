using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;
using FsCheck.Xunit;

namespace AiOs.Channels.Telegram.Tests.Rendering;

/// <summary>What holds for every card, whatever stands in it.</summary>
public sealed class TelegramCardsProperties
{
    [Property(MaxTest = 600)]
    public void Render_AnyCard_IsStrictHtmlUnderTheLimits(byte[] script)
    {
        var draw = new CardDraw(script);
        var rendering = Reading.Render(draw.Card(longest: 1 + draw.Below(200)));
        var messages = Reading.Read(rendering).ToList();
        Assert.All(messages, static message => Assert.True(message.Text.Length is > 0 and <= 4096 && message.Entities.Count < 100));
        Assert.All(messages, TelegramCardsTests.MustBeInert);
        Assert.All(messages, static message => Assert.DoesNotContain(message.Text, static c => c is '\u202E' or '\u200B' or '\0' or '\u2066' or '\uFEFF' or '\u3164'));
        Assert.All(rendering.Last.Rows.SelectMany(static row => row), static button => Assert.True(button.Data.Length is > 0 and <= 64 && button.Label.Length > 0));
        Assert.True(rendering.Earlier.Count <= 9);
    }

    [Property(MaxTest = 1500)]
    public void Render_TwoDifferentCards_NeverLookAlike(byte[] script)
    {
        var draw = new CardDraw(script);
        var one = draw.Card();
        var other = draw.Changed(one) with { Actions = one.Actions };
        var same = CardDraw.Print(one) == CardDraw.Print(other);
        Assert.True(same == (Reading.Print(Reading.Render(one)) == Reading.Print(Reading.Render(other))), $"{CardDraw.Print(one)}\n---- and\n{CardDraw.Print(other)}");
    }

    [Fact]
    public void Render_ManyCards_HaveAsManyLooks()
    {
        Dictionary<string, string> seen = [];
        for (var number = 0; number < 3000; number++)
        {
            var card = new CardDraw(BitConverter.GetBytes(number)).Card() with { Actions = [] };
            var look = Reading.Print(Reading.Render(card));
            Assert.True(seen.TryAdd(look, CardDraw.Print(card)) || seen[look] == CardDraw.Print(card), look);
        }

        Assert.True(seen.Count > 2000);
    }

    /// <summary>The control: without what only the formatting tells, the same draws do find cards that look alike.</summary>
    [Fact]
    public void Render_TextWithoutItsFormatting_IsNotEnough()
    {
        var alike = 0;
        for (var number = 0; number < 3000; number++)
        {
            var draw = new CardDraw(BitConverter.GetBytes(number));
            var one = draw.Card();
            var other = draw.Changed(one) with { Actions = one.Actions };
            alike += CardDraw.Print(one) != CardDraw.Print(other) && Bare(one) == Bare(other) ? 1 : 0;
        }

        Assert.True(alike > 0);
    }

    private static string Bare(Card card) => string.Join('\n', Reading.Read(Reading.Render(card)).Select(static one => one.Text)).Replace("·", string.Empty, StringComparison.Ordinal);
}
