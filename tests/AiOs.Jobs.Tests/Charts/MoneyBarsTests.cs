using AiOs.Contracts.Charts;
using AiOs.Jobs.Charts;
using SkiaSharp;

namespace AiOs.Jobs.Tests.Charts;

public sealed class MoneyBarsTests
{
    /// <summary>What Teams has room for in a card beside the words.</summary>
    private const int MostBytes = 14 * 1024;

    private static readonly DateOnly Sunday = new(2026, 11, 22);

    private static MoneyBars Bars { get; } = new();

    public static TheoryData<string, ChartData> Pictures => new()
    {
        { "both", Data([0, 12_000, 4_999, 0, 30_000, 0, 17_550], [10, 42, 0, 31, 120, 0, 5]) },
        { "one", Data([0, 0, 0, 0, 0, 0, 0], [10, 42, 0, 31, 120, 0, 5]) },
        { "large", Data([99_999, 123_456_789, 100_000, 99_999_999, 1, 1_234_567, 7], [99_999, 1, 2, 3, 4, 5, 6]) },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Draw_Figures_IsASmallPictureOfTheSize(string name, ChartData data)
    {
        var png = Bars.Draw(data);
        Keep(name, png);

        using var picture = SKBitmap.Decode(png.Span);
        Assert.Equal((MoneyBars.Width, MoneyBars.Height), (picture.Width, picture.Height));
        Assert.InRange(png.Length, 1_000, MostBytes);
    }

    [Fact]
    public void Draw_Bars_AreAsHighAsTheirFigures()
    {
        using var picture = SKBitmap.Decode(Bars.Draw(Data([100, 200, 0, 400, 0, 0, 300], new long[7])).Span);
        var heights = Enumerable.Range(0, 7).Select(day => HeightOf(picture, day)).ToArray();

        Assert.Equal(0, heights[2]);
        Assert.InRange((double)heights[1] / heights[0], 1.9, 2.1);
        Assert.InRange((double)heights[3] / heights[0], 3.8, 4.2);
        Assert.InRange((double)heights[6] / heights[0], 2.85, 3.15);
    }

    [Fact]
    public void Draw_Text_IsDrawn()
    {
        using var picture = SKBitmap.Decode(Bars.Draw(Data([0, 0, 0, 100, 0, 0, 0], new long[7])).Span);

        // Over and under the bars, where nothing but letters is dark.
        Assert.InRange(DarkIn(picture, 0, 30), 200, 6_000);
        Assert.InRange(DarkIn(picture, MoneyBars.Height - 28, MoneyBars.Height), 400, 8_000);
    }

    [Fact]
    public void Draw_Nothing_IsEmpty() => Assert.True(Bars.Draw(Data(new long[7], new long[7])).IsEmpty);

    [Fact]
    public void Draw_TwiceTheSame_IsTheSame() =>
        Assert.Equal(Bars.Draw(Data([1, 2, 3, 4, 5, 6, 7], new long[7])).ToArray(), Bars.Draw(Data([1, 2, 3, 4, 5, 6, 7], new long[7])).ToArray());

    [Fact]
    public void Draw_FiguresOfOtherDays_AreRefused() => Assert.Throws<ArgumentException>(() => Bars.Draw(Data([1], new long[7])));

    private static ChartData Data(long[] money, long[] models) => new(
        [.. Enumerable.Range(-6, 7).Select(Sunday.AddDays)],
        [new ChartSeries("Money out", "EUR", money), new ChartSeries("Models", "EUR", models)]);

    /// <summary>How many points of the bar's colour stand over each other in the middle of a day.</summary>
    private static int HeightOf(SKBitmap picture, int day)
    {
        var column = (int)(12 + ((MoneyBars.Width - 24) * (day + 0.6) / 7.2));
        return Enumerable.Range(0, picture.Height).Count(row => picture.GetPixel(column, row) is { Blue: > 200, Red: < 60 });
    }

    private static int DarkIn(SKBitmap picture, int top, int bottom) =>
        Enumerable.Range(top, bottom - top).Sum(row => Enumerable.Range(0, picture.Width).Count(column => picture.GetPixel(column, row) is { Red: < 128, Green: < 128, Blue: < 128 }));

    /// <summary>For whoever wants to look at them.</summary>
    private static void Keep(string name, ReadOnlyMemory<byte> png)
    {
        if (Environment.GetEnvironmentVariable("AIOS_LOOKS") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"chart-{name}.png"), png.ToArray());
        }
    }
}
