using AiOs.Contracts;
using AiOs.Contracts.Charts;
using ScottPlot;
using SkiaSharp;

namespace AiOs.Jobs.Charts;

/// <summary>Draws money as bars, one panel a series, in the size in which a phone shows a picture: few and large letters, and two flat colours.</summary>
internal sealed class MoneyBars : IChart
{
    public const int Width = 640;
    public const int Height = 320;

    private const int Smallest = 9;
    private const int Shade = 51;

    /// <summary>Apart for every eye, on light and on dark.</summary>
    private static readonly string[] Colours = ["#1d4ed8", "#0f766e"];

    public ReadOnlyMemory<byte> Draw(ChartData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Series.Any(series => series.Minor.Count != data.Days.Count))
        {
            throw new ArgumentException("A series has one figure for each day.", nameof(data));
        }

        var shown = data.Series.Index().Where(static one => one.Item.Minor.Any(static minor => minor > 0)).ToArray();
        if (shown.Length == 0 || !BarPanel.HasLetters)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        using var picture = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(picture);
        var height = Height / shown.Length;
        foreach (var (at, (index, series)) in shown.Index())
        {
            DrawPanel(canvas, data.Days, series, Colours[index % Colours.Length], height, at * height);
        }

        canvas.Flush();
        return Encode(picture);
    }

    /// <summary>A plot clears all that it is drawn on, so each gets a sheet of its own.</summary>
    private static void DrawPanel(SKCanvas canvas, IReadOnlyList<DateOnly> days, ChartSeries series, string colour, int height, int top)
    {
        using var panel = BarPanel.Of(days, series, colour, height);
        using var sheet = SKSurface.Create(new SKImageInfo(Width, height));
        panel.Render(sheet.Canvas, new PixelRect(0, Width, height, 0));
        using var drawn = sheet.Snapshot();
        canvas.DrawImage(drawn, 0, top);
    }

    /// <summary>Few shades make a small file: a letter looks the same with six of them.</summary>
    private static byte[] Encode(SKBitmap picture)
    {
        var bytes = picture.GetPixelSpan();
        var few = new byte[bytes.Length];
        for (var at = 0; at < bytes.Length; at++)
        {
            few[at] = (byte)((bytes[at] + (Shade / 2)) / Shade * Shade);
        }

        using var pinned = SKImage.FromPixelCopy(picture.Info, few);
        using var pixels = pinned.PeekPixels();
        using var encoded = pixels?.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.NoFilters, Smallest));
        return encoded?.ToArray() ?? throw new AiOsException("The picture could not be written.");
    }
}
