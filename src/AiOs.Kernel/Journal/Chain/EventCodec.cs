using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AiOs.Contracts;
using AiOs.Contracts.Events;

namespace AiOs.Kernel.Journal.Chain;

/// <summary>Writes and reads events: the clear part in canonical order, the sealed part apart from it.</summary>
internal static class EventCodec
{
    private static readonly JsonSerializerOptions Options = new(EventJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = EventJson.Default.WithAddedModifier(InCanonicalOrder),
    };

    private static readonly FrozenDictionary<Type, Shape> ByType =
        EventType.All.Select(ShapeOf).ToFrozenDictionary(shape => shape.Type.ClearType);

    private static readonly FrozenDictionary<(string Name, int Version), Shape> ByName =
        ByType.Values.ToFrozenDictionary(shape => (shape.Type.Name, shape.Type.Version));

    /// <summary>Settings under which nothing is escaped that RFC 8785 leaves as it is; the commit writer checks that all is ASCII.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = Options.Encoder, SkipValidation = true };

    public static EventType TypeOf(JournalEvent happened) => ByType[happened.GetType()].Type;

    public static void WriteClear(Utf8JsonWriter writer, JournalEvent happened) =>
        JsonSerializer.Serialize(writer, happened, ByType[happened.GetType()].Clear);

    public static void WritePersonal(Utf8JsonWriter writer, JournalEvent happened)
    {
        var shape = ByType[happened.GetType()];
        if (shape.Personal is null || happened.PersonalPart is null)
        {
            writer.WriteNullValue();
            return;
        }

        JsonSerializer.Serialize(writer, happened.PersonalPart, shape.Personal);
    }

    public static JournalEvent Read(JsonElement clear, JsonElement? personal)
    {
        var name = clear.GetProperty("type").GetString()!;
        var version = clear.GetProperty("v").GetInt32();
        if (!ByName.TryGetValue((name, version), out var shape))
        {
            throw new AiOsException($"The journal holds an event '{name}' of version {version} that this version does not know; use a newer version.");
        }

        var happened = (JournalEvent)clear.Deserialize(shape.Clear)!;
        return shape.Personal is null || personal is not { ValueKind: JsonValueKind.Object } part
            ? happened
            : happened.WithPersonalPart(part.Deserialize(shape.Personal));
    }

    private static Shape ShapeOf(EventType type) =>
        new(type, Options.GetTypeInfo(type.ClearType), type.PersonalType is null ? null : Options.GetTypeInfo(type.PersonalType));

    private static void InCanonicalOrder(JsonTypeInfo info)
    {
        if (EventType.All.FirstOrDefault(type => type.ClearType == info.Type) is { } happened)
        {
            AddConstant(info, "type", happened.Name);
            AddConstant(info, "v", happened.Version);
        }

        var order = 0;
        foreach (var property in info.Properties.OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            property.Order = order++;
        }
    }

    private static void AddConstant<T>(JsonTypeInfo info, string name, T value)
    {
        var property = info.CreateJsonPropertyInfo(typeof(T), name);
        property.Get = _ => value;
        info.Properties.Add(property);
    }

    private sealed record Shape(EventType Type, JsonTypeInfo Clear, JsonTypeInfo? Personal);
}
