using System.Globalization;
using System.Text.Json;

namespace AiOs.Evaluation.Values;

/// <summary>A message of NLU++, and the values that people found in it.</summary>
/// <param name="Text">The message.</param>
/// <param name="Dates">Days, as <c>2022-03-15</c>.</param>
/// <param name="Times">Times of day, as <c>09:00</c>.</param>
/// <param name="Amounts">Money, as <c>20.00 GBP</c>.</param>
internal sealed record ValueCase(string Text, IReadOnlyList<string> Dates, IReadOnlyList<string> Times, IReadOnlyList<string> Amounts)
{
    private const string Folder = "nlupp";

    public static async Task<List<ValueCase>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(data, Folder);
        var cases = new List<ValueCase>();
        foreach (var file in Directory.EnumerateFiles(folder, "fold*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            try
            {
                using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
                cases.AddRange(document.RootElement.EnumerateArray().Select(Read));
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"'{Path.GetRelativePath(data, file)}' is not as described: {wrong.Message}", wrong);
            }
        }

        return cases.Count > 0 ? cases : throw new InvalidDataException($"There is no '{Folder}/*/fold*.json'.");
    }

    private static ValueCase Read(JsonElement one)
    {
        var slots = one.TryGetProperty("slots", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new ValueCase(one.GetProperty("text").GetString()!, Of(slots, Date, "date", "date_from", "date_to"),
            Of(slots, Time, "time", "time_from", "time_to"), Of(slots, Amount, "amount_of_money"));
    }

    /// <summary>A slot whose value nobody could write down, such as a stretch of time, has none and does not count.</summary>
    private static List<string> Of(JsonElement slots, Func<JsonElement, string> write, params string[] names) =>
        slots.ValueKind != JsonValueKind.Object ? [] :
        [.. names.Where(name => slots.TryGetProperty(name, out var slot) && slot.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object)
            .Select(name => write(slots.GetProperty(name).GetProperty("value"))).Distinct()];

    private static string Date(JsonElement value) => string.Create(CultureInfo.InvariantCulture,
        $"{value.GetProperty("year").GetInt32():0000}-{value.GetProperty("month").GetInt32():00}-{value.GetProperty("day").GetInt32():00}");

    private static string Time(JsonElement value) => string.Create(CultureInfo.InvariantCulture,
        $"{value.GetProperty("hour").GetInt32():00}:{value.GetProperty("minute").GetInt32():00}");

    private static string Amount(JsonElement value) => string.Create(CultureInfo.InvariantCulture,
        $"{value.GetProperty("amount").GetDecimal():0.00} {value.GetProperty("currency").GetString()}");
}
