using System.Globalization;
using AiOs.Contracts.Charts;
using AiOs.Contracts.Intake;
using ScottPlot;

namespace AiOs.Jobs.Charts;

/// <summary>One series as a row of bars with the amount above each.</summary>
internal static class BarPanel
{
    private const float TitleSize = 22;
    private const float LabelSize = 20;

    /// <summary>Room above the tallest bar for its amount, in points.</summary>
    private const double Headroom = 34;

    private const float Side = 12;
    private const float Below = 32;
    private const float Above = 34;

    private const double BarWidth = 0.62;

    /// <summary>What small machines have, in this order; where none is there, what the library finds.</summary>
    private static readonly string[] Families = ["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial"];

    private static string Family { get; } = Families.FirstOrDefault(static name => Fonts.GetTypeface(name, bold: false, italic: false).FamilyName == name) ?? Fonts.Sans;

    /// <summary>Whether this machine has letters at all. Without them a picture would be bars without names, and words are better.</summary>
    public static bool HasLetters { get; } = Fonts.GetTypeface(Family, bold: false, italic: false).GetGlyph('0') != 0;

    public static Plot Of(IReadOnlyList<DateOnly> days, ChartSeries series, string colour, int height)
    {
        var plot = new Plot();
        plot.Font.Set(Family);
        double[] positions = [.. Enumerable.Range(0, days.Count).Select(static at => (double)at)];
        var bars = plot.Add.Bars(positions, series.Minor.Select(static minor => (double)minor));
        bars.Color = Color.FromHex(colour);
        foreach (var (at, bar) in bars.Bars.Index())
        {
            bar.Size = BarWidth;
            bar.LineWidth = 0;
            bar.Label = series.Minor[at] > 0 ? Short(new Money(series.Minor[at], series.Currency)) : string.Empty;
        }

        bars.ValueLabelStyle.FontSize = LabelSize;
        bars.ValueLabelStyle.ForeColor = Color.FromHex("#111827");
        SetAxes(plot, days, positions, series.Minor.Max(), height - Above - Below);
        plot.Title($"{series.Name} in {series.Currency}", TitleSize);
        return plot;
    }

    private static void SetAxes(Plot plot, IReadOnlyList<DateOnly> days, double[] positions, long most, double room)
    {
        plot.HideGrid();
        plot.Axes.Bottom.SetTicks(positions, [.. days.Select(static day => day.ToString("ddd d", CultureInfo.InvariantCulture))]);
        plot.Axes.Bottom.TickLabelStyle.FontSize = LabelSize;
        plot.Axes.Bottom.TickLabelStyle.ForeColor = Color.FromHex("#374151");
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.Left.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Axes.SetLimits(-0.6, positions.Length - 0.4, 0, most * room / (room - Headroom));
        plot.Layout.Fixed(new PixelPadding(Side, Side, Below, Above));
    }

    /// <summary>An amount without its currency: exact below a thousand, rounded above, since the words say it exactly.</summary>
    private static string Short(Money money)
    {
        var decimals = Money.Decimals(money.Currency);
        var amount = money.Minor / decimals switch { 0 => 1m, 3 => 1000m, _ => 100m };
        return amount switch
        {
            < 1_000 => amount.ToString("F" + decimals, CultureInfo.InvariantCulture),
            < 1_000_000 => amount.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => (amount / 1_000_000).ToString("#,##0.0", CultureInfo.InvariantCulture) + " M",
        };
    }
}
