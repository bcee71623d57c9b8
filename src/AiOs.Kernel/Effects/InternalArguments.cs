using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiOs.Contracts.Cards;
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

    /// <summary>Whom it is linked to, which is an argument like any other and so stands on the card.</summary>
    public static IEnumerable<CardBlock> About(IReadOnlyList<string> people) =>
        people.Count == 0 ? [] : [new CardBlock.Facts([.. people.Select(person => new Fact("About", person))])];

    public static EffectPreview Unreadable(string title) => new(title, [], ["its arguments cannot be read"]);
}
