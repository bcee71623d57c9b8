using System.Globalization;

namespace AiOs.Kernel.Policy.Settings;

/// <summary>A part of the day; one that ends before it begins goes over midnight.</summary>
/// <param name="From">The first minute that belongs to it.</param>
/// <param name="To">The first minute that does not.</param>
internal sealed record TimeWindow(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => time.IsBetween(From, To);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm} to {To:HH:mm}");
}
