using System.Text;
using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;
using FsCheck.Xunit;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>What holds for every card, whatever stands in it.</summary>
public sealed class TeamsCardsProperties
{
    [Property(MaxTest = 400)]
    public void Render_AnyCard_KeepsTheRulesAndTheSize(byte[] script)
    {
        var draw = new CardDraw(script);
        var rendering = Reading.Render(draw.Card(longest: 1 + draw.Below(200)));
        Assert.All(Reading.Cards(rendering), static card => Assert.Empty(CardRules.Broken(card)));
        Assert.All(rendering.Earlier.Append(rendering.Last), static card => Assert.True(Encoding.UTF8.GetByteCount(card) <= 28 * 1024));
        Assert.DoesNotContain(Reading.Text(rendering), static c => c is '\u202E' or '\u200B' or '\0' or '\u2066' or '\uFEFF' or '\u3164' or '\uFFFD');
        Assert.All(
            Reading.Cards(rendering).SelectMany(Reading.Elements).Where(static one => (string)one["type"]! == "TextRun"),
            static run => Assert.DoesNotContain("{{", (string)run["text"]!, StringComparison.Ordinal));
    }

    [Property(MaxTest = 1000)]
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
        for (var number = 0; number < 1500; number++)
        {
            var card = new CardDraw(BitConverter.GetBytes(number)).Card() with { Actions = [] };
            var look = Reading.Print(Reading.Render(card));
            Assert.True(seen.TryAdd(look, CardDraw.Print(card)) || seen[look] == CardDraw.Print(card), look);
        }

        Assert.True(seen.Count > 1000);
    }

    /// <summary>The control: without what only the formatting tells, the same draws do find cards that look alike.</summary>
    [Fact]
    public void Render_TextWithoutItsFormatting_IsNotEnough()
    {
        var alike = 0;
        for (var number = 0; number < 1000; number++)
        {
            var draw = new CardDraw(BitConverter.GetBytes(number));
            var one = draw.Card();
            var other = draw.Changed(one) with { Actions = one.Actions };
            alike += CardDraw.Print(one) != CardDraw.Print(other) && Bare(one) == Bare(other) ? 1 : 0;
        }

        Assert.True(alike > 0);
    }

    private static string Bare(Card card) => Reading.Text(Reading.Render(card)).Replace("·", string.Empty, StringComparison.Ordinal);
}
