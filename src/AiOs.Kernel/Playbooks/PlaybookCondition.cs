using System.Globalization;

namespace AiOs.Kernel.Playbooks;

/// <summary>One thing that must hold. Pure.</summary>
/// <param name="Alias">Of which Record, by the name under which the run knows it; <c>answer</c> for what the operator said.</param>
/// <param name="Field">Which field.</param>
/// <param name="How">What is compared.</param>
/// <param name="Values">With what: one of these.</param>
internal sealed record PlaybookCondition(string Alias, string Field, Comparison How, IReadOnlyList<string> Values)
{
    private const int DayLength = 10;

    /// <summary>Whether it may come to hold by the clock alone.</summary>
    public bool IsTimed => How is Comparison.Before or Comparison.After;

    /// <summary>As a sentence says it.</summary>
    public string Words => How switch
    {
        Comparison.Exists => $"{Alias}.{Field} is there",
        Comparison.Missing => $"{Alias}.{Field} is missing",
        Comparison.Before => $"{Alias}.{Field} is before {Values[0]}",
        Comparison.After => $"{Alias}.{Field} is after {Values[0]}",
        Comparison.IsNot => $"{Alias}.{Field} is not {string.Join(" or ", Values)}",
        _ => $"{Alias}.{Field} is {string.Join(" or ", Values)}",
    };

    public bool Holds(PlaybookScope scope)
    {
        var value = scope.Find(Alias, Field);
        return How switch
        {
            Comparison.Exists => value is not null,
            Comparison.Missing => value is null,
            Comparison.Is => value is not null && IsOneOf(value),
            Comparison.IsNot => value is null || !IsOneOf(value),
            _ => DayIn(value) is { } day && PlaybookDay.Read(Values[0], scope.Today) is { } other && (How is Comparison.Before ? day < other : day > other),
        };
    }

    private bool IsOneOf(string value) => Values.Any(one => string.Equals(one, value.Trim().TrimEnd('.', '!'), StringComparison.OrdinalIgnoreCase));

    private static DateOnly? DayIn(string? value) =>
        value is { Length: >= DayLength } && DateOnly.TryParseExact(value.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
