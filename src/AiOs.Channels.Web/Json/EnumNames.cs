using System.Text.Json;
using AiOs.Contracts.Json;

namespace AiOs.Channels.Web.Json;

/// <summary>The written forms of an enumeration, made once: the converter makes each anew.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, JsonEncodedText> Names =
        Enum.GetValues<T>().ToDictionary(static value => value, static value => JsonEncodedText.Encode(KebabEnumConverter<T>.ToText(value)));

    public static JsonEncodedText Of(T value) => Names[value];
}
