using AiOs.Testing.Cards;

namespace AiOs.Channels.Teams.Tests.Rendering;

/// <summary>The cards as the official renderer draws them. Its reader is asked, too: what it does not know, it says.</summary>
public sealed class PictureTests(OfficialRenderer renderer) : IClassFixture<OfficialRenderer>
{
    /// <summary>Reads a card as version 1.5, draws it, and tells what the reader and the validator found.</summary>
    private const string Draw = """
        ([json, dark]) => {
          const text = dark ? '#ffffff' : '#242424', back = dark ? '#292929' : '#ffffff', soft = dark ? '#1f1f1f' : '#f5f5f5';
          const tone = (color) => ({ default: color, subtle: '#b0' + color.slice(1), highlightColors: { default: '#8a6d00', subtle: '#8a6d00' } });
          const colors = { default: tone(text), good: tone(dark ? '#92c353' : '#237b4b'), attention: tone(dark ? '#f9526b' : '#c4314b'), accent: tone('#6264a7'), warning: tone('#8a6d00'), light: tone(text), dark: tone(text) };
          const style = (backgroundColor) => ({ backgroundColor, foregroundColors: colors });
          const config = new AdaptiveCards.HostConfig({
            fontFamily: 'Liberation Sans, Noto Color Emoji, sans-serif', supportsInteractivity: true, actions: { maxActions: 6, showCard: { actionMode: 'inline' } },
            containerStyles: { default: style(back), emphasis: style(soft), attention: style(dark ? '#3b1519' : '#fcf4f6'), good: style(soft), warning: style(soft), accent: style(soft) } });
          const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = config;
          card.parse(JSON.parse(json), context);
          const found = [];
          for (let at = 0; at < context.eventCount; at++) { found.push(context.getEventAt(at).message); }
          found.push(...card.validateProperties().validationEvents.map(event => event.message));
          document.body.style.background = back;
          document.body.replaceChildren(card.render());
          return { found, text: document.body.innerText, links: document.body.querySelectorAll('a[href], img, script, b, em').length, width: document.documentElement.scrollWidth };
        }
        """;

    [Fact]
    public async Task Cards_InTheOfficialRenderer_AreReadWithoutAComplaintAndDrawn()
    {
        var page = await renderer.PageAsync();
        foreach (var (name, card) in SomeCards.All)
        {
            foreach (var dark in new[] { false, true })
            {
                var drawn = await page.EvaluateAsync<Drawn>(Draw, new object[] { Reading.Render(card).Last, dark });
                Assert.Empty(drawn.Found);
                Assert.Equal(0, drawn.Links);
                Assert.Contains(card.Status, drawn.Text, StringComparison.Ordinal);
                Assert.True(drawn.Width <= 480);
                var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", $"teams-{name}-{(dark ? "dark" : "light")}.png"), FullPage = true });
                Assert.True(picture.Length > 4000);
            }
        }
    }

    [Fact]
    public async Task Cards_DrawnAtRandom_AreReadWithoutAComplaintAndShowEveryWord()
    {
        var page = await renderer.PageAsync();
        for (var number = 0; number < 60; number++)
        {
            var rendering = Reading.Render(new CardDraw(BitConverter.GetBytes(number)).Card());
            var drawn = await page.EvaluateAsync<Drawn>(Draw, new object[] { rendering.Last, false });
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
        const string Broken = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Nonsense"},{"type":"Input.Text"},{"type":"TextBlock","text":"{{DATE(2017-02-14T06:08:00Z,LONG)}}"}]}""";
        var drawn = await page.EvaluateAsync<Drawn>(Draw, new object[] { Broken, false });
        Assert.True(drawn.Found.Length >= 2);
        Assert.DoesNotContain("DATE(", drawn.Text, StringComparison.Ordinal);
    }

    private sealed class Drawn
    {
        public string[] Found { get; set; } = [];

        public string Text { get; set; } = string.Empty;

        public int Links { get; set; }

        public int Width { get; set; }
    }
}
