using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiOs.Contracts.Json;

/// <summary>Writes an enumeration in lower case with hyphens: <c>InvoiceReceived</c> as <c>invoice-received</c>.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class KebabEnumConverter<T>()
    : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
    where T : struct, Enum
{
    /// <summary>The written form of a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Lower case with hyphens.</returns>
    public static string ToText(T value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>Reads the written form.</summary>
    /// <param name="text">Lower case with hyphens.</param>
    /// <returns>The value, or nothing when no value is written so.</returns>
    public static T? Parse(string? text)
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (ToText(value) == text)
            {
                return value;
            }
        }

        return null;
    }
}
