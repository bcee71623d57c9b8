using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Telegram.Tests.Rendering;

/// <summary>TRUST part 3: no two different effects look alike, whatever makes the difference.</summary>
public sealed class LookAlikeTests
{
    [Fact]
    public void Render_OneValueDifferentByWhatIsOverlooked_LooksDifferent()
    {
        var alike = LookAlikes.Pairs().Where(static pair => Look(pair.One) == Look(pair.Other)).Select(static pair => pair.Name).ToList();
        Assert.True(alike.Count == 0, string.Join('\n', alike));
        Assert.True(LookAlikes.Pairs().Count() > 3000);
    }

    /// <summary>The control: without the renderer most of these pairs are mistaken for each other.</summary>
    [Fact]
    public void Eye_ValuesAsTheyAre_AreMistaken() =>
        Assert.True(LookAlikes.Pairs().Count(static pair => Eye.Sees(CardDraw.Print(pair.One)) == Eye.Sees(CardDraw.Print(pair.Other))) > 1500);

    private static string Look(Card card) => Eye.Sees(string.Join('\n', Reading.Read(Reading.Render(card)).Select(static one => one.Text)));
}
