using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiOs.Contracts.Effects;

namespace AiOs.Kernel.Effects;

/// <summary>Reads the arguments of the effects that the kernel does itself.</summary>
internal static class InternalArguments
{
    public static T? Read<T>(Effect effect, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(effect.Bytes);
            return document.RootElement.GetProperty("args"u8).Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static EffectPreview Unreadable(string title) => new(title, [], ["its arguments cannot be read"]);
}
