using System.Text;
using AiOs.Channels.Teams.Rendering;
using AiOs.Contracts.Cards;
using AiOs.Testing.Cards;

namespace AiOs.Channels.Teams.Tests.Rendering;

public sealed class DigestTests(OfficialRenderer renderer) : IClassFixture<OfficialRenderer>
{
    [Theory]
    [InlineData(1_000)]
    [InlineData(9_000)]
    [InlineData(13_500)]
    public void Render_APictureThatFitsACard_IsShown(int bytes)
    {
        var rendering = TeamsCards.Render(SomeDigest.Note(new byte[bytes]), CardToken.Of);
        var all = rendering.Earlier.Append(rendering.Last).ToArray();

        Assert.Single(all, static card => card.Contains("data:image/png;base64,", StringComparison.Ordinal));
        Assert.All(all, static card => Assert.InRange(Encoding.UTF8.GetByteCount(card), 1, TeamsCards.LargestCard));
        Assert.Contains("Waiting for you: 9 decisions", Reading.Text(rendering), StringComparison.Ordinal);
        Assert.Contains("Approve 1", rendering.Last, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_APictureThatFitsNoCard_IsToldInWords()
    {
        var rendering = TeamsCards.Render(SomeDigest.Note(new byte[40_000]), CardToken.Of);

        Assert.Empty(rendering.Earlier);
        Assert.DoesNotContain("data:image/png", rendering.Last, StringComparison.Ordinal);
        Assert.Contains("Money out: Tue 120.00 EUR", Reading.Text(rendering), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Render_OnAPhone_IsWholeAndEasyToRead(int width, bool dark)
    {
        var page = await renderer.PageAsync();
        var folder = Environment.GetEnvironmentVariable("AIOS_LOOKS") ?? string.Empty;
        var kept = Path.Combine(folder, "chart-both.png");
        var png = folder.Length > 0 && File.Exists(kept) ? await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken) : SomeCards.Pixel;
        var rendering = TeamsCards.Render(SomeDigest.Note(png), CardToken.Of);
        await page.SetViewportSizeAsync(width, 200);
        var at = 0;
        foreach (var card in rendering.Earlier.Append(rendering.Last))
        {
            var drawn = await page.EvaluateAsync<Drawn>(TeamsTheme.Draw, new object[] { card, dark });
            var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(folder.Length > 0 ? folder : Path.Combine(AppContext.BaseDirectory, "pictures"), $"teams-digest-{(dark ? "dark" : "light")}-{at++}.png"), FullPage = true });
            Assert.Empty(drawn.Found);
            Assert.Empty(drawn.Cut);
            Assert.Empty(drawn.Faint);
            Assert.True(picture.Length > 1_000);
        }

        await page.CloseAsync();
    }
}
