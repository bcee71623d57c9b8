using System.Globalization;
using System.Text.Json;
using AiOs.Evaluation.Values;

namespace AiOs.Evaluation.Parts;

/// <summary>
/// The messages of NLU++ with other days, times and amounts in the places of their own, as people would say them, so that rules which only know the
/// words of the data show it. What each new value is follows from how it was made. Nothing is drawn by chance: each run makes the same ones.
/// </summary>
internal static class NluppParaphrases
{
    private const int Rounds = 4;

    private static readonly DateOnly Today = new(2022, 3, 15);

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty"];

    private static readonly string[] Small =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".Split(' ');

    private static readonly (string Sign, string Name, string Code)[] Currencies = [("£", "pounds", "GBP"), ("$", "dollars", "USD"), ("€", "euros", "EUR")];

    /// <summary>Makes the messages; those with a value of a kind that cannot be swapped are left out.</summary>
    public static async Task<List<ValueCase>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var made = new List<ValueCase>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(data, "nlupp"), "fold*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var document = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
            foreach (var one in document.RootElement.EnumerateArray())
            {
                for (var round = 0; round < Rounds && one.TryGetProperty("slots", out var slots) && slots.ValueKind == JsonValueKind.Object; round++)
                {
                    if (Make(one.GetProperty("text").GetString()!, slots, (made.Count * 7) + (round * 31)) is { } message)
                    {
                        made.Add(message);
                    }
                }
            }
        }

        return made;
    }

    private static ValueCase? Make(string text, JsonElement slots, int seed)
    {
        var (dates, times, amounts) = (new List<string>(), new List<string>(), new List<string>());
        var valued = slots.EnumerateObject().Where(slot => slot.Value.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object)
            .OrderByDescending(slot => slot.Value.GetProperty("span")[0].GetInt32()).ToList();
        foreach (var slot in valued)
        {
            var (from, to) = (slot.Value.GetProperty("span")[0].GetInt32(), slot.Value.GetProperty("span")[1].GetInt32());
            var words = slot.Value.GetProperty("text").GetString()!;
            var kind = slot.Name.StartsWith("date", StringComparison.Ordinal) ? dates : slot.Name.StartsWith("time", StringComparison.Ordinal) ? times : amounts;
            var ahead = text[..from];
            var swap = kind == dates ? Day(words, ahead.EndsWith("the ", StringComparison.OrdinalIgnoreCase), seed) : kind == times ? Time(words, seed) : Amount(words, seed);
            if (to > text.Length || swap is not { } other)
            {
                return null;
            }

            text = ahead + other.Words + text[to..];
            kind.Add(other.Value);
            seed += 13;
        }

        return valued.Count == 0 ? null : new ValueCase(text, [.. dates.Distinct()], [.. times.Distinct()], amounts);
    }

    private static (string Words, string Value)? Day(string words, bool article, int seed)
    {
        if (Enum.TryParse<DayOfWeek>(words, out _))
        {
            var coming = Today.AddDays(1 + (seed % 7));
            return (coming.DayOfWeek.ToString(), Write(coming));
        }

        if (words.Length <= 4 && char.IsAsciiDigit(words[0]))
        {
            var number = 1 + (seed % 28);
            return (Nth(number), Write(new DateOnly(2022, number < Today.Day ? 4 : 3, number)));
        }

        var (name, day) = (Today.AddDays(5 + (seed * 37 % 280)) is var date ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month) : string.Empty, date.Day);
        var named = words.Split(' ').Any(word => word.Length >= 3 && CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Any(
            month => month.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        if (!named || words.Contains("day", StringComparison.OrdinalIgnoreCase) || !words.Any(char.IsAsciiDigit))
        {
            return null;
        }

        return ((article ? seed % 4 : seed % 8) switch
        {
            0 => $"{Nth(day)} {name}",
            1 => $"{Nth(day)} of {name.ToLowerInvariant()}",
            2 => $"{day} {name[..3]}",
            3 => $"{day} of {name}",
            4 => $"{name.ToLowerInvariant()} {Nth(day)}",
            5 => $"{name} the {Nth(day)}",
            6 => $"{name[..3]} {day}",
            _ => $"{name.ToLowerInvariant()} {day}",
        }, Write(date));
    }

    private static (string Words, string Value)? Time(string words, int seed)
    {
        if (words.Contains("ago", StringComparison.Ordinal) || words.StartsWith("in ", StringComparison.Ordinal) || words is "now")
        {
            return null;
        }

        var (hour, minute) = (7 + (seed % 15), 5 * (1 + (seed % 11)));
        var said = ((hour - 1) % 12) + 1;
        var half = hour < 12 ? seed % 2 == 0 ? "am" : "in the morning" : seed % 2 == 0 ? "p.m." : hour < 18 ? "in the afternoon" : "in the evening";
        var past = minute <= 30;
        var part = minute is 30 ? "half" : minute is 15 or 45 ? "quarter" : Spoken(past ? minute : 60 - minute);
        var (around, later) = (past ? said : (said % 12) + 1, hour != 11 || past);
        return (seed % 5) switch
        {
            0 => ($"{said}:{minute:00} {half}", Clock(hour, minute)),
            1 => ($"{said} {minute:00} {half}", Clock(hour, minute)),
            2 when later => ($"{part} {(past ? "past" : "to")} {Spoken(around)} {half}", Clock(hour, minute)),
            3 when minute > 9 => ($"{Spoken(said)} {Spoken(minute)} {half}", Clock(hour, minute)),
            _ => ($"{said} {half}", Clock(hour, 0)),
        };
    }

    private static (string Words, string Value)? Amount(string words, int seed)
    {
        if (words.All(letter => char.IsAsciiDigit(letter) || letter == '.'))
        {
            return null;
        }

        var (sign, name, code) = Currencies[seed % 3];
        var (whole, cents) = (20 + (seed % 30), 10 + (seed % 40));
        return (seed % 7) switch
        {
            0 => ($"{sign}{whole}.{cents}", Money(whole, cents)),
            1 => ($"{Spoken(whole)} {name}", Money(whole)),
            2 => ($"{whole} {name} {cents}", Money(whole, cents)),
            3 => ($"{Spoken(whole)} hundred {name}", Money(100 * whole)),
            4 => ($"{whole}k {name}", Money(1000 * whole)),
            5 => ($"{sign}{whole},{300 + cents}", Money((1000 * whole) + 300 + cents)),
            _ => ($"{Spoken(whole % 10 + 2)} and a half thousand {name}", Money((1000 * (whole % 10)) + 2500)),
        };

        string Money(int main, int rest = 0) => string.Create(CultureInfo.InvariantCulture, $"{main}.{rest:00} {code}");
    }

    private static string Spoken(int number) =>
        number < 20 ? Small[number] : number % 10 == 0 ? Tens[number / 10] : $"{Tens[number / 10]} {Small[number % 10]}";

    private static string Nth(int day) =>
        day.ToString(CultureInfo.InvariantCulture) + (day is > 10 and < 14 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Clock(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}");
}
