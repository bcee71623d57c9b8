using AiOs.Testing.Cards;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>The cards as the official renderer draws them. Its reader is asked, too: what it does not know, it says.</summary>
public sealed class PictureTests(OfficialRenderer renderer) : IClassFixture<OfficialRenderer>
{
    public static TheoryData<string> Names => [.. SomeCards.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Card_InBothThemesAndNarrowAndWide_IsWholeAndEasyToRead(string name)
    {
        var page = await renderer.PageAsync();
        var card = SomeCards.All[name];
        foreach (var (width, dark) in new[] { (320, false), (320, true), (640, false), (640, true) })
        {
            await page.SetViewportSizeAsync(width, 200);
            var drawn = await page.EvaluateAsync<Drawn>(TeamsTheme.Draw, new object[] { Reading.Render(card).Last, dark });
            var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"teams-{name}-{width}-{(dark ? "dark" : "light")}.png"), FullPage = true });
            Assert.Empty(drawn.Found);
            Assert.Empty(drawn.Cut);
            Assert.Empty(drawn.Faint);
            Assert.Equal(0, drawn.Links);
            Assert.Contains(card.Status, drawn.Text, StringComparison.Ordinal);
            Assert.True(picture.Length > 3000);
        }

        await page.CloseAsync();
    }

    [Fact]
    public async Task Cards_DrawnAtRandom_AreReadWithoutAComplaintAndShowEveryWord()
    {
        var page = await renderer.PageAsync();
        for (var number = 0; number < 60; number++)
        {
            var rendering = Reading.Render(new CardDraw(BitConverter.GetBytes(number)).Card());
            var drawn = await page.EvaluateAsync<Drawn>(TeamsTheme.Draw, new object[] { rendering.Last, false });
            Assert.Empty(drawn.Found);
            Assert.Equal(0, drawn.Links);
            foreach (var word in Reading.Text(rendering).Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Contains(word, drawn.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Renderer_BrokenCard_Complains()
    {
        var page = await renderer.PageAsync();
        const string Broken = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nonsense"},{"type":"Input.Text"},{"type":"TextBlock","text":"{{DATE(2017-02-14T06:08:00Z,LONG)}}"},
            {"type":"TextBlock","text":"cut off here, since it is one line alone and far longer than any page is wide","wrap":false},{"type":"TextBlock","text":"faint","color":"Light"}]}
            """;
        var drawn = await page.EvaluateAsync<Drawn>(TeamsTheme.Draw, new object[] { Broken, false });
        Assert.True(drawn.Found.Length >= 2);
        Assert.DoesNotContain("DATE(", drawn.Text, StringComparison.Ordinal);
        Assert.NotEmpty(drawn.Cut);
        Assert.Contains(drawn.Faint, static one => one.EndsWith("faint", StringComparison.Ordinal));
    }
}
