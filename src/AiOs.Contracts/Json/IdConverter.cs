using System.Text.Json;
using System.Text.Json.Serialization;
using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Json;

/// <summary>Writes an id as one JSON string.</summary>
/// <typeparam name="T">The id type.</typeparam>
public sealed class IdConverter<T> : JsonConverter<T>
    where T : struct, ITextId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var id)
            ? id
            : throw new JsonException($"'{reader.GetString()}' is not a {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
